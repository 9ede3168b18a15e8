package org.evenhand.sanctions;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.evenhand.statistics.decision.Measurement;

/// A criterion of the weighing: what it measures, in which direction, and from which data. One that has no
/// data says why, and stays open.
///
/// Amounts are in whole dollars as `double`, taken from cents.
enum WeighedCriterion {
    LEVERAGE(
            "leverage",
            "leverage against trafficking",
            "aid to the government that may be withheld; more is more pressure, which is not yet effect",
            true) {
        @Override
        Optional<Measurement> withheld(List<AidSplit> aid, boolean all) {
            return range(all ? sum(aid, AidSplit::least) : 0, sum(aid, AidSplit::most));
        }
    },
    VULNERABLE(
            "vulnerable",
            "harm to vulnerable people",
            "non-military aid withheld that may have reached people; less is better",
            false) {
        @Override
        Optional<Measurement> withheld(List<AidSplit> aid, boolean all) {
            return range(0, sum(aid, a -> a.most() - Math.min(a.caught(), a.most())));
        }
    },
    SECURITY("security", "security co-operation", "military aid withheld; less is better", false) {
        @Override
        Optional<Measurement> withheld(List<AidSplit> aid, boolean all) {
            return split(aid)
                    ? range(all ? sum(aid, AidSplit::caught) : 0, sum(aid, AidSplit::caught))
                    : Optional.empty();
        }
    },
    NARCOTICS(
            "narcotics",
            "counternarcotics",
            "narcotics aid withheld where Congress is not notified; the rest is exempt; less is better",
            false) {
        @Override
        Optional<Measurement> withheld(List<AidSplit> aid, boolean all) {
            return split(aid) ? range(0, sum(aid, AidSplit::narcotics)) : Optional.empty();
        }
    },
    DEMOCRACY(
            "democracy",
            "democracy",
            "no data: there is no measure of all aid to democracy, and none of what restrictions do to it",
            false),
    TRADE(
            "trade",
            "trade",
            "no data: no measure of the statute touches trade, and answers to it are not recorded",
            false),
    MIGRATION("migration", "migration", "no data: nothing on record ties a determination to migration", false);

    private final String key;
    private final String label;
    private final String words;
    private final boolean moreIsBetter;

    WeighedCriterion(String key, String label, String words, boolean moreIsBetter) {
        this.key = key;
        this.label = label;
        this.words = words;
        this.moreIsBetter = moreIsBetter;
    }

    String key() {
        return key;
    }

    String label() {
        return label;
    }

    String words() {
        return words;
    }

    boolean moreIsBetter() {
        return moreIsBetter;
    }

    /// What restrictions withhold of it: all that can be, or, with some programmes waived, any part; empty
    /// without data.
    Optional<Measurement> withheld(List<AidSplit> aid, boolean all) {
        return Optional.empty();
    }

    private static boolean split(List<AidSplit> aid) {
        return aid.stream().allMatch(a -> a.kind() == AidSplit.Kind.SPLIT);
    }

    private static double sum(List<AidSplit> aid, ToLongFunction<AidSplit> amount) {
        return aid.stream().mapToLong(amount).sum() / 100.0;
    }

    private static Optional<Measurement> range(double low, double high) {
        return Optional.of(low == high ? new Measurement.Point(low) : new Measurement.Uniform(low, high));
    }
}
