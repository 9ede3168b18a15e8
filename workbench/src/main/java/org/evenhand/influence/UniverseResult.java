package org.evenhand.influence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Row;
import org.evenhand.core.Digits;
import org.evenhand.statistics.multiverse.Alignment;

/// What a run of a universe gave, short enough to be kept as a row of the table `universe_results`.
///
/// Effects are changes of a probability, plus for a better outcome for the government: of Tier 3 for placements, of a
/// waiver for determinations.
///
/// @param universe its name
/// @param region the rows that it was run on, as on the command line
/// @param scope the same for people
/// @param title its title
/// @param specifications how many were declared
/// @param estimated how many have an estimate
/// @param medianEffect median of the full fits; empty where there is none
/// @param shareBetter share of estimated specifications whose interval lies above zero
/// @param shareWorse share whose interval lies below zero
/// @param curve what the wording depends on
/// @param nullLow 2.5% point of the permuted medians; empty where none were run
/// @param nullHigh 97.5% point
/// @param jointP joint p-value of the median effect; empty where none may be given
/// @param dominantP joint p-value of the share with the dominant sign; empty where none may be given
/// @param holmP that of the median adjusted for all universes of the region that have one
/// @param tests how many universes it is adjusted for; 0 where none may be given
/// @param descended how many estimated specifications rest on evidence coded from the Report
/// @param medianFree median effect over those that do not; empty where there is none
/// @param betterFree share of them with an effect above zero; empty where there is none
/// @param medianDescended median effect over those that do; empty where there is none
/// @param robustness median robustness value; empty where there is none
/// @param seed of the permutations
/// @param alignment how residuals were moved
/// @param checksum of the universe
/// @param tables the tables that it rests on
/// @param dataChecksum over the rows of these tables
/// @param curveChecksum over the rows that keep its curve, see [KeptCurve#checksum]
/// @param command what remakes it
/// @param sources source keys of the row
public record UniverseResult(
        String universe,
        String region,
        String scope,
        String title,
        int specifications,
        int estimated,
        OptionalDouble medianEffect,
        double shareBetter,
        double shareWorse,
        CurveNumbers curve,
        OptionalDouble nullLow,
        OptionalDouble nullHigh,
        OptionalDouble jointP,
        OptionalDouble dominantP,
        OptionalDouble holmP,
        int tests,
        int descended,
        OptionalDouble medianFree,
        OptionalDouble betterFree,
        OptionalDouble medianDescended,
        OptionalDouble robustness,
        long seed,
        Alignment alignment,
        String checksum,
        List<String> tables,
        String dataChecksum,
        String curveChecksum,
        String command,
        List<String> sources) {
    /// The table that keeps them.
    public static final String TABLE = "universe_results";

    /// The key of the source that stands for results of ours.
    public static final String SOURCE = "derived-universes";

    public UniverseResult {
        tables = List.copyOf(tables);
        sources = List.copyOf(sources);
    }

    /// What a finding comes to.
    ///
    /// @param tables the tables that it rests on
    /// @param dataChecksum over their rows
    /// @param curveChecksum over the rows that keep its curve
    public static UniverseResult of(Finding finding, List<String> tables, String dataChecksum, String curveChecksum) {
        var test = finding.curve().test();
        var estimated = finding.estimated();
        var free = new ArrayList<Double>();
        int descended = 0;
        var effects = finding.effects();
        for (int i = 0; i < effects.size(); i++) {
            if (effects.get(i).isPresent()) {
                if (Wording.DESCENDS.test(finding.points().get(i).of(Dimension.EVIDENCE))) {
                    descended++;
                } else {
                    free.add(effects.get(i).getAsDouble());
                }
            }
        }
        boolean tested = test.permutations() > 0;
        boolean given = JointP.given(finding);
        return new UniverseResult(
                finding.universe().name(),
                finding.scope().region(),
                finding.scope().label(),
                finding.universe().title(),
                finding.points().size(),
                estimated.size(),
                finding.medianEffect(),
                share(estimated.stream().filter(e -> e.effect().low() > 0).count(), estimated.size()),
                share(estimated.stream().filter(e -> e.effect().high() < 0).count(), estimated.size()),
                CurveNumbers.of(finding, test),
                tested ? OptionalDouble.of(test.medianLow()) : OptionalDouble.empty(),
                tested ? OptionalDouble.of(test.medianHigh()) : OptionalDouble.empty(),
                given ? OptionalDouble.of(test.medianP()) : OptionalDouble.empty(),
                given ? OptionalDouble.of(test.dominantP()) : OptionalDouble.empty(),
                OptionalDouble.empty(),
                0,
                descended,
                finding.medianWhere(Dimension.EVIDENCE, e -> !Wording.DESCENDS.test(e)),
                free.isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(
                                share(free.stream().filter(e -> e > 0).count(), free.size())),
                finding.medianWhere(Dimension.EVIDENCE, Wording.DESCENDS),
                finding.medianRobustness(),
                finding.seed(),
                finding.alignment(),
                finding.universe().checksum(),
                tables,
                dataChecksum,
                curveChecksum,
                finding.command(),
                List.of(SOURCE));
    }

    private static double share(long some, int all) {
        return all == 0 ? 0 : (double) some / all;
    }

    /// The same with its p-value adjusted.
    ///
    /// @param adjustedFor how many universes it is adjusted for
    public UniverseResult withHolm(OptionalDouble holm, int adjustedFor) {
        return new UniverseResult(
                universe,
                region,
                scope,
                title,
                specifications,
                estimated,
                medianEffect,
                shareBetter,
                shareWorse,
                curve,
                nullLow,
                nullHigh,
                jointP,
                dominantP,
                holm,
                adjustedFor,
                descended,
                medianFree,
                betterFree,
                medianDescended,
                robustness,
                seed,
                alignment,
                checksum,
                tables,
                dataChecksum,
                curveChecksum,
                command,
                sources);
    }

    /// The kept results, in the order of the file; none where the table is not there.
    public static List<UniverseResult> of(Catalogue catalogue) {
        return catalogue.rows(TABLE).stream().map(UniverseResult::read).toList();
    }

    /// What the numbers allow to be said.
    public Sentence verdict() {
        return Wording.verdict(curve, given());
    }

    /// The joint p-value of the median as it is given beside those of the other universes of the region; empty where
    /// none may be.
    public Optional<JointP> given() {
        return holmP.isEmpty()
                ? Optional.empty()
                : Optional.of(new JointP(holmP.getAsDouble(), jointP.orElseThrow(), tests));
    }

    /// The verdict in a few words.
    public String reading() {
        return Wording.reading(curve, holmP.orElse(1), jointP.orElse(1));
    }

    /// Whether the median effect lies beyond chance, adjusted for all universes of the region.
    public boolean beyondChance() {
        return holmP.isPresent() && holmP.getAsDouble() < 0.05;
    }

    /// Whether the median effect lies beyond chance, or more specifications are significant than chance gives.
    public boolean remarkable() {
        return beyondChance() || (jointP.isPresent() && (jointP.getAsDouble() < 0.05 || curve.significantP() < 0.05));
    }

    /// How it depends on evidence that descends from the Report.
    public Sentence ancestry() {
        return Wording.ancestry(medianFree, medianDescended);
    }

    /// The names of the columns.
    public static final List<String> COLUMNS = List.of(
            "universe",
            "region",
            "scope",
            "title",
            "more_means",
            "outcome",
            "specifications",
            "estimated",
            "failed",
            "median_effect",
            "share_better",
            "share_worse",
            "step_median",
            "step_centre",
            "step_null_low",
            "step_null_high",
            "dominant_sign",
            "dominant_share",
            "dominant_significant",
            "joint_p_median",
            "joint_p_dominant",
            "joint_p_significant",
            "holm_p_median",
            "holm_tests",
            "withheld",
            "permutations",
            "seed",
            "alignment",
            "descended",
            "median_without",
            "positive_without",
            "median_with",
            "median_robustness",
            "universe_checksum",
            "tables",
            "data_checksum",
            "curve_checksum",
            "command",
            "sources");

    /// The row, in the order of the columns.
    public List<String> cells() {
        return List.of(
                universe,
                region,
                scope,
                title,
                curve.moreMeans(),
                curve.waivers() ? "waiver" : "tier_3",
                Integer.toString(specifications),
                Integer.toString(estimated),
                Integer.toString(specifications - estimated),
                text(medianEffect),
                Digits.nine(shareBetter),
                Digits.nine(shareWorse),
                Digits.nine(curve.median()),
                Digits.nine(curve.centre()),
                text(nullLow),
                text(nullHigh),
                curve.positive() ? "plus" : "minus",
                Digits.nine(curve.dominant()),
                Digits.nine(curve.significant()),
                text(jointP),
                text(dominantP),
                jointP.isPresent() ? Digits.nine(curve.significantP()) : "",
                text(holmP),
                Integer.toString(tests),
                curve.objection().orElse(""),
                Integer.toString(curve.permutations()),
                Long.toString(seed),
                alignment.name().toLowerCase(Locale.ROOT),
                Integer.toString(descended),
                text(medianFree),
                text(betterFree),
                text(medianDescended),
                text(robustness),
                checksum,
                String.join("+", tables),
                dataChecksum,
                curveChecksum,
                command,
                String.join("+", sources));
    }

    private static String text(OptionalDouble value) {
        return value.isEmpty() ? "" : Digits.nine(value.getAsDouble());
    }

    private static UniverseResult read(Row row) {
        return new UniverseResult(
                row.text("universe"),
                row.text("region"),
                row.text("scope"),
                row.text("title"),
                row.integer("specifications"),
                row.integer("estimated"),
                row.number("median_effect"),
                row.number("share_better").orElseThrow(),
                row.number("share_worse").orElseThrow(),
                new CurveNumbers(
                        row.text("more_means"),
                        row.text("outcome").equals("waiver"),
                        row.number("step_median").orElseThrow(),
                        row.number("step_centre").orElseThrow(),
                        row.number("dominant_share").orElseThrow(),
                        row.text("dominant_sign").equals("plus"),
                        row.number("dominant_significant").orElseThrow(),
                        row.number("joint_p_significant").orElse(1),
                        row.integer("permutations"),
                        Optional.of(row.text("withheld")).filter(t -> !t.isEmpty())),
                row.number("step_null_low"),
                row.number("step_null_high"),
                row.number("joint_p_median"),
                row.number("joint_p_dominant"),
                row.number("holm_p_median"),
                row.integer("holm_tests"),
                row.integer("descended"),
                row.number("median_without"),
                row.number("positive_without"),
                row.number("median_with"),
                row.number("median_robustness"),
                Long.parseLong(row.text("seed")),
                Alignment.valueOf(row.text("alignment").toUpperCase(Locale.ROOT)),
                row.text("universe_checksum"),
                List.of(row.text("tables").split("\\+")),
                row.text("data_checksum"),
                row.text("curve_checksum"),
                row.text("command"),
                row.sources());
    }
}
