package org.evenhand.account;

import java.util.ArrayList;
import org.evenhand.catalogue.Placement;
import org.evenhand.core.Basis;
import org.evenhand.core.Unit;
import org.evenhand.document.Block;
import org.evenhand.document.Section;
import org.evenhand.document.Text;

/// Section 9: gaps, licences and how to make the account again. The printers add the list of sources.
final class GapsSection {
    private GapsSection() {}

    static Section of(Setting setting) {
        var placements = setting.catalogue().placements().in(setting.year().value(), setting.region());
        var items = new ArrayList<Text>();
        items.add(bases(setting, placements));
        items.add(missing(setting));
        items.add(Text.of(
                "The index of anti-trafficking policy ends with 2013, the split of aid by purpose with fiscal year 2019, and"
                        + " border apprehensions by citizenship with 2020: what a later report lacks is not measured, which is not the"
                        + " same as unchanged."));
        items.add(Text.of(
                "The list of sources gives the licence of each; every table is a folder of its own and can be taken out."
                        + " `evenhand data describe` lists the gaps of every table."));
        return new Section("sources", "Sources, licences and gaps", java.util.List.of(new Block.Bullets(items)));
    }

    private static Text bases(Setting setting, java.util.List<Placement> placements) {
        var text = Text.build().words("Placements in the %s report: ".formatted(setting.year()));
        String between = "";
        for (var basis : Basis.values()) {
            var some = placements.stream().filter(p -> p.basis() == basis).toList();
            if (some.isEmpty()) {
                continue;
            }
            text.words(between)
                    .figure(setting.count(
                            some.size(),
                            Unit.COUNT,
                            "placements in report %s".formatted(setting.year()),
                            placements.size(),
                            Evidence.of(some)))
                    .words(
                            switch (basis) {
                                case SOURCED -> " read in a source";
                                case DERIVED -> " derived by a stated rule";
                                case UNVERIFIED -> " unverified";
                            });
            between = ", ";
        }
        return text.words(".").done();
    }

    private static Text missing(Setting setting) {
        var names = new ArrayList<String>();
        for (var iso3 : setting.region().countries()) {
            var country = setting.catalogue().countries().of(iso3);
            if (country.isPresent()
                    && country.get().assessed()
                    && country.get().validTo().isEmpty()
                    && setting.placement(iso3, setting.year().value()).isEmpty()) {
                names.add(country.get().name());
            }
        }
        return Text.of(
                names.isEmpty()
                        ? "Every country asked about that a report may assess has a placement on record."
                        : "No placement in this report is on record for: " + String.join(", ", names)
                                + ". The report may not have covered them, or the record has a gap.");
    }
}
