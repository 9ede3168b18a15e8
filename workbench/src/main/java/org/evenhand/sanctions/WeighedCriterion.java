package org.evenhand.sanctions;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/// A criterion of the weighing: what it measures, in which direction, and from which data. One that has no
/// data says why, and stays open.
enum WeighedCriterion {
    LEVERAGE(
            "leverage",
            "leverage against trafficking",
            "share of the caught aid that is withheld; more is more pressure, which is not yet effect",
            true,
            true) {
        @Override
        Optional<Stake> stake(List<AidSplit> aid) {
            return Stake.of(aid, AidSplit::least, AidSplit::most);
        }
    },
    VULNERABLE(
            "vulnerable",
            "harm to vulnerable people",
            "share withheld of the caught aid that is not military and may have reached people; less is better",
            false,
            true) {
        @Override
        Optional<Stake> stake(List<AidSplit> aid) {
            return Stake.of(aid, _ -> 0, a -> a.most() - Math.min(a.caught(), a.most()));
        }
    },
    SECURITY("security", "security co-operation", "share of military aid withheld; less is better", false, true) {
        @Override
        Optional<Stake> stake(List<AidSplit> aid) {
            return split(aid) ? Stake.of(aid, AidSplit::caught, AidSplit::military) : Optional.empty();
        }
    },
    NARCOTICS(
            "narcotics",
            "counternarcotics",
            "share of narcotics aid withheld: exempt, but for lines that need a notice to Congress; less is better",
            false,
            false) {
        @Override
        Optional<Stake> stake(List<AidSplit> aid) {
            return split(aid) ? Stake.of(aid, _ -> 0, AidSplit::narcotics) : Optional.empty();
        }
    },
    DEMOCRACY(
            "democracy",
            "democracy",
            "no data: there is no measure of all aid to democracy, and none of what restrictions do to it",
            false,
            false),
    TRADE(
            "trade",
            "trade",
            "no data: no measure of the statute touches trade, and answers to it are not recorded",
            false,
            false),
    MIGRATION("migration", "migration", "no data: nothing on record ties a determination to migration", false, false);

    private final String key;
    private final String label;
    private final String words;
    private final boolean moreIsBetter;
    private final boolean withheldInFull;

    WeighedCriterion(String key, String label, String words, boolean moreIsBetter, boolean withheldInFull) {
        this.key = key;
        this.label = label;
        this.words = words;
        this.moreIsBetter = moreIsBetter;
        this.withheldInFull = withheldInFull;
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

    /// Whether full restrictions withhold all of it for certain, rather than any part.
    boolean withheldInFull() {
        return withheldInFull;
    }

    /// How much of it can be withheld; empty without data.
    Optional<Stake> stake(List<AidSplit> aid) {
        return Optional.empty();
    }

    private static boolean split(List<AidSplit> aid) {
        return aid.stream().allMatch(a -> a.kind() == AidSplit.Kind.SPLIT);
    }

    /// Bounds of an amount, in cents.
    record Stake(long least, long most) {
        private static Optional<Stake> of(
                List<AidSplit> aid, ToLongFunction<AidSplit> least, ToLongFunction<AidSplit> most) {
            return Optional.of(new Stake(
                    aid.stream().mapToLong(least).sum(),
                    aid.stream().mapToLong(most).sum()));
        }
    }
}
