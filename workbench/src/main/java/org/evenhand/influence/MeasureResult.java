package org.evenhand.influence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.core.Digits;
import org.evenhand.statistics.Median;
import org.evenhand.statistics.multiverse.Outcome;

/// What the specifications of a universe with one measure of the interest gave: a description without a test of its
/// own, so that measures which point different ways can be seen. A row of the table `universe_measures`.
///
/// @param universe its name
/// @param region the rows that it was run on
/// @param measure variable of the panel
/// @param title the measure for people
/// @param turned whether more of the measure is less of the interest
/// @param estimated specifications with an estimate
/// @param medianEffect median effect, plus for a better outcome with more of the interest
/// @param shareBetter share whose interval lies above zero
/// @param shareWorse share whose interval lies below zero
/// @param command what remakes it
/// @param sources source keys of the row
public record MeasureResult(
        String universe,
        String region,
        String measure,
        String title,
        boolean turned,
        int estimated,
        double medianEffect,
        double shareBetter,
        double shareWorse,
        String command,
        List<String> sources) {
    /// The table that keeps them.
    public static final String TABLE = "universe_measures";

    public MeasureResult {
        sources = List.copyOf(sources);
    }

    /// One for each measure with an estimate, in the order of the universe.
    ///
    /// @param titles of a panel variable
    public static List<MeasureResult> of(Finding finding, UnaryOperator<String> titles) {
        var results = new ArrayList<MeasureResult>();
        for (var measure : finding.universe().options(Dimension.INTEREST)) {
            var effects = new ArrayList<Double>();
            int better = 0;
            int worse = 0;
            for (int i = 0; i < finding.points().size(); i++) {
                boolean here = finding.points().get(i).of(Dimension.INTEREST).equals(measure);
                if (here && finding.curve().outcomes().get(i) instanceof Outcome.Estimated e) {
                    effects.add(e.effect().value());
                    better += e.effect().low() > 0 ? 1 : 0;
                    worse += e.effect().high() < 0 ? 1 : 0;
                }
            }
            if (effects.isEmpty()) {
                continue;
            }
            int n = effects.size();
            var orientation = finding.universe().orientations().get(measure);
            results.add(new MeasureResult(
                    finding.universe().name(),
                    finding.scope().region(),
                    measure,
                    titles.apply(measure),
                    orientation != null && orientation.sign() < 0,
                    n,
                    Median.of(effects.stream().mapToDouble(e -> e)).orElseThrow(),
                    (double) better / n,
                    (double) worse / n,
                    finding.command(),
                    List.of(UniverseResult.SOURCE)));
        }
        return results;
    }

    /// The kept results, in the order of the file; none where the table is not there.
    public static List<MeasureResult> of(Catalogue catalogue) {
        return catalogue.rows(TABLE).stream()
                .map(row -> new MeasureResult(
                        row.text("universe"),
                        row.text("region"),
                        row.text("measure"),
                        row.text("title"),
                        row.flag("turned").orElse(false),
                        row.integer("estimated"),
                        row.number("median_effect").orElseThrow(),
                        row.number("share_better").orElseThrow(),
                        row.number("share_worse").orElseThrow(),
                        row.text("command"),
                        row.sources()))
                .toList();
    }

    /// The names of the columns.
    public static final List<String> COLUMNS = List.of(
            "universe",
            "region",
            "measure",
            "title",
            "turned",
            "estimated",
            "median_effect",
            "share_better",
            "share_worse",
            "command",
            "sources");

    /// The row, in the order of the columns.
    public List<String> cells() {
        return List.of(
                universe,
                region,
                measure,
                title,
                turned ? "1" : "0",
                Integer.toString(estimated),
                Digits.nine(medianEffect),
                Digits.nine(shareBetter),
                Digits.nine(shareWorse),
                command,
                String.join("+", sources));
    }
}
