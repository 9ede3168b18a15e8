package org.evenhand.account;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.evenhand.catalogue.Determination;
import org.evenhand.catalogue.Determination.Outcome;
import org.evenhand.catalogue.Interests;
import org.evenhand.core.Figure;
import org.evenhand.core.Sample;
import org.evenhand.core.Unit;
import org.evenhand.document.Text;

/// Aid in the fiscal year before the report, by what was decided.
final class AidBearing {
    private AidBearing() {}

    static List<Text> of(Setting setting) {
        var interests = Interests.of(setting.catalogue());
        var measure = interests.measure("total_obligations_constant_usd");
        if (measure.isEmpty() || setting.catalogue().table("aid").isEmpty()) {
            return List.of(Text.of("Not tested here: the table of aid is not available."));
        }
        var restricted = new Aid();
        var waived = new Aid();
        for (var d : setting.catalogue().determinations().in(setting.region())) {
            var value = interests.value(measure.get(), d.iso3(), d.year().value() - 1);
            if (d.outcome() == Outcome.FULL_WAIVER) {
                waived.add(d, value);
            } else if (d.outcome().restricted()) {
                restricted.add(d, value);
            }
        }
        return List.of(
                restricted.sentence(setting, "restrictions in the region"),
                waived.sentence(setting, "full waivers in the region"),
                Text.of(
                        "A waiver in the national interest is what the statute provides for, and programmes for vulnerable people are"
                                + " a reason that it names; amounts alone do not tell the two readings apart."));
    }

    private static final class Aid {
        private final List<Double> amounts = new ArrayList<>();
        private final Evidence evidence = Evidence.none();
        private int unknown;

        void add(Determination d, java.util.Optional<Interests.Value> value) {
            if (value.isEmpty()) {
                unknown++;
                return;
            }
            amounts.add(value.get().value());
            evidence.add(d.basis(), d.sources())
                    .add(value.get().basis(), value.get().sources());
        }

        private Figure figure(Setting setting, double value, Unit unit, Sample sample) {
            return Figure.observed(value, unit, sample, evidence.basis(), evidence.sources(), setting.command());
        }

        Text sentence(Setting setting, String what) {
            if (amounts.isEmpty()) {
                return Text.of("There are no %s with a record of aid.".formatted(what));
            }
            Collections.sort(amounts);
            int n = amounts.size();
            double median = n % 2 == 1 ? amounts.get(n / 2) : (amounts.get(n / 2 - 1) + amounts.get(n / 2)) / 2;
            var sample = new Sample(
                    what + ", by aid in the fiscal year before the report",
                    n,
                    unknown,
                    unknown == 0 ? "" : "no record of aid");
            return Text.build()
                    .words("Before ")
                    .figure(figure(setting, n, Unit.COUNT, sample))
                    .words(" " + what + " the median of U.S. aid obligations in the fiscal year before the report was ")
                    .figure(figure(setting, Math.round(median), Unit.USD_CONSTANT_2024, sample))
                    .words(" (lowest ")
                    .figure(figure(setting, Math.round(amounts.getFirst()), Unit.USD_CONSTANT_2024, sample))
                    .words(", highest ")
                    .figure(figure(setting, Math.round(amounts.getLast()), Unit.USD_CONSTANT_2024, sample))
                    .words(").")
                    .done();
        }
    }
}
