package org.evenhand.sanctions;

import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Interests;
import org.evenhand.catalogue.Measure;
import org.evenhand.core.Tier;

/// What a policy's conditions may ask of the record.
final class Facts {
    /// Reports in a row on Tier 3, the report in question included.
    static final String TIER3_REPORTS = "tier3_reports_in_a_row";

    /// 1 if the report in question says Tier 3 and the one before did not.
    static final String NEW_ON_TIER3 = "new_on_tier3";

    private final Catalogue catalogue;
    private final Interests interests;

    Facts(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.interests = Interests.of(catalogue);
    }

    /// All names that a condition may use, sorted.
    List<String> names() {
        var names = new TreeSet<String>(List.of(TIER3_REPORTS, NEW_ON_TIER3));
        interests.all().stream().map(Measure::key).forEach(names::add);
        return List.copyOf(names);
    }

    /// Whether a name is a fact of the report itself, the same whichever year is asked for.
    static boolean ofTheReport(String name) {
        return name.equals(TIER3_REPORTS) || name.equals(NEW_ON_TIER3);
    }

    boolean knows(String name) {
        return ofTheReport(name) || interests.measure(name).isPresent();
    }

    /// A measure's value in a year, or what the record says at the time of a report; empty where it is not
    /// recorded.
    OptionalDouble value(String name, String iso3, int year, int report) {
        int row = tier3Reports(iso3, report);
        return switch (name) {
            case TIER3_REPORTS -> OptionalDouble.of(row);
            case NEW_ON_TIER3 -> OptionalDouble.of(row == 1 ? 1 : 0);
            default ->
                interests
                        .measure(name)
                        .flatMap(m -> interests.value(m, iso3, year))
                        .map(v -> OptionalDouble.of(v.value()))
                        .orElse(OptionalDouble.empty());
        };
    }

    private int tier3Reports(String iso3, int report) {
        int row = 0;
        while (catalogue
                .placements()
                .of(iso3, report - row)
                .filter(p -> p.standing() == Tier.TIER_3)
                .isPresent()) {
            row++;
        }
        return row;
    }
}
