package org.evenhand.account;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.catalogue.Determination;
import org.evenhand.catalogue.Interests;
import org.evenhand.core.Unit;
import org.evenhand.core.Unranked;
import org.evenhand.document.Text;

/// Instability and the record: special cases after coups and conflict, and what followed restrictions and waivers.
final class InstabilityBearing {
    private static final int AFTER = 2;

    private InstabilityBearing() {}

    /// How often a country-year of the region was a special case, after unrest in the two years before and otherwise.
    static List<Text> placement(Setting setting) {
        var interests = Interests.of(setting.catalogue());
        if (setting.catalogue().table("instability").isEmpty()) {
            return List.of(Text.of("Not tested here: the table of instability is not available."));
        }
        var unrest = new Group();
        var quiet = new Group();
        for (var iso3 : setting.region().countries()) {
            for (var placement : setting.catalogue().placements().history(iso3).values()) {
                int year = placement.year().value();
                var known = unrest(interests, iso3, year - 2, year - 1);
                if (known.isPresent()) {
                    (known.get() ? unrest : quiet)
                            .add(placement.standing() == Unranked.SPECIAL_CASE, Evidence.of(List.of(placement)));
                }
            }
        }
        var statements = new ArrayList<Text>();
        statements.add(Text.of(
                "Unrest here is a coup attempt or armed conflict in either of the two calendar years before the report."
                        + " Special cases before 2009 may also be countries with too little information."));
        statements.add(unrest.sentence(
                setting, "placements of the region after unrest", "were special cases, without a tier"));
        statements.add(quiet.sentence(
                setting, "placements of the region without unrest", "were special cases, without a tier"));
        return statements;
    }

    /// Coup attempts in the two calendar years from the report on, after restrictions and after full waivers.
    static List<Text> enforcement(Setting setting) {
        var interests = Interests.of(setting.catalogue());
        var measure = interests.measure("coup_attempts");
        if (setting.catalogue().table("instability").isEmpty() || measure.isEmpty()) {
            return List.of(Text.of("Not tested here: the table of instability is not available."));
        }
        var restricted = new Group();
        var waivedInFull = new Group();
        for (var d : setting.catalogue().determinations().in(setting.region())) {
            boolean waived = d.outcome() == Determination.Outcome.FULL_WAIVER;
            if (!waived && !d.outcome().restricted()) {
                continue;
            }
            int year = d.year().value();
            boolean known = true;
            boolean attempt = false;
            for (int later = year + 1; later <= year + AFTER; later++) {
                var value = interests.value(measure.get(), d.iso3(), later);
                known &= value.isPresent();
                attempt |= value.filter(v -> v.value() > 0).isPresent();
            }
            if (known) {
                (waived ? waivedInFull : restricted).add(attempt, Evidence.ofDeterminations(List.of(d)));
            }
        }
        var statements = new ArrayList<Text>();
        statements.add(Text.of(
                "Governments that acted before the deadline never reached a restriction, and waivers are not given at"
                        + " random: the groups differ in more than the restriction."));
        statements.add(restricted.sentence(
                setting, "restrictions in the region", "were followed by a coup attempt within two calendar years"));
        statements.add(waivedInFull.sentence(
                setting, "full waivers in the region", "were followed by a coup attempt within two calendar years"));
        statements.add(Text.of("Coup attempts are one kind of democratic breakdown, and rare."));
        return statements;
    }

    /// Whether there was a coup attempt or armed conflict; empty where neither is on record for any of the years.
    private static java.util.Optional<Boolean> unrest(Interests interests, String iso3, int first, int last) {
        boolean known = false;
        boolean any = false;
        for (var key : List.of("coup_attempts", "armed_conflict")) {
            var measure = interests.measure(key);
            for (int year = first; measure.isPresent() && year <= last; year++) {
                var value = interests.value(measure.get(), iso3, year);
                known |= value.isPresent();
                any |= value.filter(v -> v.value() > 0).isPresent();
            }
        }
        return known ? java.util.Optional.of(any) : java.util.Optional.empty();
    }

    /// Cases and how many of them had the outcome.
    private static final class Group {
        private final Evidence evidence = Evidence.none();
        private int cases;
        private int outcomes;

        void add(boolean outcome, Evidence why) {
            cases++;
            outcomes += outcome ? 1 : 0;
            evidence.add(why.basis(), why.sources());
        }

        Text sentence(Setting setting, String what, String outcome) {
            if (cases == 0) {
                return Text.of("There are no %s in the data.".formatted(what));
            }
            return Text.build()
                    .words("Of ")
                    .figure(setting.count(cases, Unit.COUNT, what, cases, evidence))
                    .words(" " + what + " ")
                    .figure(setting.count(outcomes, Unit.COUNT, what, cases, evidence))
                    .words(" " + outcome + ": a share of ")
                    .figure(setting.share(outcomes, cases, what, evidence))
                    .words(".")
                    .done();
        }
    }
}
