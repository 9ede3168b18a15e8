package org.evenhand.account;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Region;
import org.evenhand.core.BadData;
import org.evenhand.core.NoAnswer;
import org.evenhand.core.ReportYear;
import org.evenhand.document.Document;
import org.evenhand.document.NamedSources;
import org.evenhand.document.Provenance;
import org.evenhand.document.Section;
import org.evenhand.law.clock.Clock;

/// The account of a region in one report.
public final class Account {
    private final Catalogue catalogue;
    private final Clock clock;

    public Account(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /// Writes the account.
    ///
    /// @param explain whether the clock's reasoning is part of it
    /// @param provenance the command that asked and the data
    /// @throws BadData if there are no placements in the data
    /// @throws NoAnswer if the report placed no country of the region
    public Document of(Region region, ReportYear year, boolean explain, Provenance provenance) {
        var placements = catalogue.placements();
        if (!placements.available()) {
            throw new BadData(
                    "The table tiers is not available.", "Put data/tiers back: nothing can be said without it.");
        }
        var setting = new Setting(catalogue, clock, region, year, explain, provenance.command());
        if (placements.in(year.value(), region).isEmpty()) {
            throw new NoAnswer(
                    "The %s report placed no country of %s in the data.".formatted(year, region.label()),
                    "Ask for a report year from %d to %d, or another region."
                            .formatted(
                                    placements.years().first(),
                                    placements.years().last()));
        }
        var sections = new ArrayList<Section>();
        sections.add(PurposeSection.of("%s and the %s report".formatted(region.label(), year)));
        sections.add(ClaimsSection.of(setting));
        sections.add(VictimsSection.of(setting));
        sections.add(PlacementsSection.of(setting));
        sections.add(LawSection.of(setting));
        sections.add(OutcomesSection.of(setting));
        sections.add(InterestsSection.of(setting));
        sections.add(RecordSection.of(setting));
        sections.add(GapsSection.of(setting));
        return document(
                catalogue,
                "account",
                "%s in the %s Trafficking in Persons Report".formatted(capital(region.label()), year),
                "A balanced account: placements, law, outcomes, claims and what the record shows",
                sections,
                provenance);
    }

    static Document document(
            Catalogue catalogue,
            String kind,
            String title,
            String subtitle,
            List<Section> sections,
            Provenance provenance) {
        return new Document(kind, title, subtitle, sections, catalogue.sources(NamedSources.of(sections)), provenance);
    }

    private static String capital(String label) {
        return label.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + label.substring(1);
    }
}
