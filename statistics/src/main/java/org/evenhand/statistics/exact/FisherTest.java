package org.evenhand.statistics.exact;

/// Fisher's exact test of association in a two-by-two table, with the conditional odds ratio and its
/// exact interval.
///
/// Both margins are held fixed, so the count `a` is hypergeometric (non-central when the odds ratio is
/// not 1). The two-sided p-value adds all tables that are no more probable than the one observed, ties
/// within a relative 1e-7 counted as ties, as R's `fisher.test` does. The odds ratio is the conditional
/// maximum likelihood estimate, not a·d/(b·c); the interval inverts the two one-sided tests (Agresti
/// 2002, sections 3.5 and 3.6).
public final class FisherTest {
    private static final double TIE = 1 + 1e-7;

    private FisherTest() {}

    /// What a table says about association.
    public sealed interface Outcome {}

    /// The test was possible.
    ///
    /// @param table the counts
    /// @param p two-sided exact p-value
    /// @param oddsRatio conditional maximum likelihood estimate; 0 or `+∞` where `a` is as small or as
    ///     large as the margins allow, which is an estimate at the edge, not a failure
    /// @param interval exact interval of the odds ratio; at the edge one limit is 0 or `+∞`
    public record Tested(TwoByTwo table, double p, double oddsRatio, ExactInterval interval) implements Outcome {}

    /// A margin is zero: every table with these margins is this table, and it says nothing about
    /// association.
    ///
    /// R prints an odds ratio of 0 and a p-value of 1 here; neither is information.
    ///
    /// @param emptyMargin which row or column has no units
    public record Uninformative(TwoByTwo table, String emptyMargin) implements Outcome {}

    /// The test of `table`.
    ///
    /// @param level coverage of the interval, for example 0.95
    /// @throws IllegalArgumentException if the level is not in (0, 1)
    public static Outcome of(TwoByTwo table, double level) {
        double tail = (1 - ExactInterval.requireLevel(level)) / 2;
        if (table.a() + table.b() == 0) {
            return new Uninformative(table, "group 1");
        }
        if (table.c() + table.d() == 0) {
            return new Uninformative(table, "group 2");
        }
        if (table.a() + table.c() == 0) {
            return new Uninformative(table, "outcome");
        }
        if (table.b() + table.d() == 0) {
            return new Uninformative(table, "no outcome");
        }
        NoncentralHypergeometric given = NoncentralHypergeometric.of(table);
        int x = given.index(table.a());
        double low = x == 0 ? 0 : Math.exp(given.logOddsWhereUpperTailIs(x, tail));
        double high = x == given.last() ? Double.POSITIVE_INFINITY : Math.exp(given.logOddsWhereLowerTailIs(x, tail));
        double estimate =
                x == 0 ? 0 : x == given.last() ? Double.POSITIVE_INFINITY : Math.exp(given.logOddsWhereMeanIs(x));
        return new Tested(table, twoSided(given, x), estimate, new ExactInterval(low, high, level));
    }

    private static double twoSided(NoncentralHypergeometric given, int x) {
        double[] density = given.density(0);
        double limit = density[x] * TIE;
        double p = 0;
        for (double each : density) {
            if (each <= limit) {
                p += each;
            }
        }
        return Math.min(1, p);
    }
}
