package org.evenhand.opportunity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Region;
import org.evenhand.core.Basis;
import org.evenhand.core.NoAnswer;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Document;
import org.evenhand.document.Grounds;
import org.evenhand.document.NamedSources;
import org.evenhand.document.Provenance;
import org.evenhand.document.Section;
import org.evenhand.document.Text;
import org.evenhand.group.Group;
import org.evenhand.group.Membership;
import org.evenhand.panel.Panel;

/// `evenhand never`: opportunities, outcomes and exact bounds for each group.
public final class OpportunityDocument {
    private OpportunityDocument() {}

    /// The answer for the reports from `first` to `last`.
    ///
    /// @param panel its lag of interests says from which year membership is taken
    /// @throws NoAnswer if no placement of the region is on record for these reports
    public static Document of(
            Catalogue catalogue,
            Panel panel,
            List<Group> groups,
            Region region,
            int first,
            int last,
            Provenance provenance) {
        var rows = new ArrayList<List<Cell>>();
        boolean any = false;
        for (var group : groups) {
            var membership = Membership.of(catalogue, panel, group.definition());
            var measures = new Grounds(provenance.command()).add(Basis.SOURCED, membership.sources());
            for (var event : Event.values()) {
                var record = event.record(catalogue, region, first, last);
                any |= !record.cases().isEmpty();
                rows.add(Comparison.of(group, event, record, membership, measures)
                        .row());
            }
        }
        if (!any) {
            throw new NoAnswer(
                    "No placement of %s is on record for the reports %d to %d.".formatted(region.label(), first, last),
                    "Ask for other reports or another region.");
        }
        var sections = List.of(
                new Section("reading", "How to read this", List.of(new Block.Note(Text.of(reading())))),
                new Section(
                        "groups",
                        "Who belongs to which group",
                        List.of(new Block.Tabular(definitions(catalogue, groups, panel)))),
                new Section(
                        "opportunities", "How often", List.of(new Block.Tabular(table(rows, region, first, last)))));
        return new Document(
                "never",
                "Never happened in n: " + region.label(),
                "Opportunities, outcomes and exact bounds, reports %d to %d".formatted(first, last),
                sections,
                catalogue.sources(NamedSources.of(sections)),
                provenance);
    }

    private static String reading() {
        return "What never happened may still have been possible: the upper end of each interval is the highest rate"
                + " that the record does not exclude. Intervals are exact (Clopper–Pearson, 95%) and the test is Fisher's;"
                + " both take country-years as independent. The same countries come back year after year, so intervals are"
                + " too narrow and p-values too small; the number of countries is given beside them. Groups are compared"
                + " as they are: the evidence on trafficking is not held equal, and no comparison shows a motive.";
    }

    private static DataTable definitions(Catalogue catalogue, List<Group> groups, Panel panel) {
        int lag = panel.lags().interests();
        var rows = groups.stream()
                .map(g -> List.of(
                        Cell.words(g.key()),
                        Cell.words(g.title()),
                        Cell.words(g.definition().text()),
                        Cell.items(
                                Membership.of(catalogue, panel, g.definition()).sources())))
                .toList();
        return new DataTable(
                "groups",
                "Groups and their definitions",
                List.of(
                        Column.of("group", "Group"),
                        Column.of("title", "Who"),
                        Column.of("definition", "Definition"),
                        Column.of("sources", "Sources")),
                rows,
                String.format(
                        Locale.ROOT,
                        "Measures are those of `evenhand panel --codebook`, taken from year t-%d for report t (--lag)."
                                + " A share is taken among the countries with a tier in the same report; `top` counts only"
                                + " those with more than none; equal numbers go in together. A definition of your own:"
                                + " --group.",
                        lag));
    }

    private static DataTable table(List<List<Cell>> rows, Region region, int first, int last) {
        return new DataTable(
                "never",
                "Groups against all other countries, %s, reports %d to %d".formatted(region.label(), first, last),
                List.of(
                        Column.machine("title"),
                        Column.of("group", "Group"),
                        Column.of("event", "Event"),
                        Column.of("happened", "Happened"),
                        Column.of("opportunities", "Opportunities"),
                        Column.of("share", "Share"),
                        Column.of("countries_happened", "To countries"),
                        Column.of("countries", "Of countries"),
                        Column.of("others_happened", "Others: happened"),
                        Column.of("others_opportunities", "Others: opportunities"),
                        Column.of("others_share", "Others: share"),
                        Column.of("p", "Fisher's p"),
                        Column.machine("odds_ratio"),
                        Column.of("reading", "Reading")),
                rows,
                "Tier 3 is asked of every placement with a tier; restrictions and full waivers are asked of the Tier 3"
                        + " determinations on record, one a country and report. Where sources differ on an event, or"
                        + " membership is not on record, the case is left out and counted in the sample. An odds ratio"
                        + " without a finite estimate or upper end is not printed. Reading: less or more often where"
                        + " Fisher's p is below 0.05.");
    }
}
