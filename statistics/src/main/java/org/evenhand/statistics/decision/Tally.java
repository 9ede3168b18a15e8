package org.evenhand.statistics.decision;

import java.io.Serializable;
import java.util.List;

/// Counts of one task: how often each option took each rank, beat each other, and with which weights it came
/// first.
final class Tally implements Serializable {
    private static final long serialVersionUID = 1L;

    long draws;
    /// `options × ranks`
    final long[] ranks;
    /// `options × options`: how often the first was strictly better than the second
    final long[] wins;
    /// `options × criteria`: sums of the weights with which the option was first
    final double[] weights;
    /// the same, squared
    final double[] squares;

    Tally(int options, int criteria) {
        ranks = new long[options * options];
        wins = new long[options * options];
        weights = new double[options * criteria];
        squares = new double[options * criteria];
    }

    /// The sum in the order given, so that floating-point sums come out the same on any number of threads.
    static Tally sum(List<Tally> tallies, int options, int criteria) {
        var total = new Tally(options, criteria);
        for (Tally t : tallies) {
            total.draws += t.draws;
            for (int i = 0; i < total.ranks.length; i++) {
                total.ranks[i] += t.ranks[i];
                total.wins[i] += t.wins[i];
            }
            for (int i = 0; i < total.weights.length; i++) {
                total.weights[i] += t.weights[i];
                total.squares[i] += t.squares[i];
            }
        }
        return total;
    }
}
