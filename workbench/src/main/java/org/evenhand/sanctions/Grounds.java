package org.evenhand.sanctions;

import java.util.List;
import java.util.TreeSet;
import org.evenhand.core.Basis;
import org.evenhand.core.Figure;
import org.evenhand.core.Interval;
import org.evenhand.core.Sample;
import org.evenhand.core.Unit;
import org.evenhand.statistics.exact.ClopperPearson;

/// The sources and the weakest basis of the facts behind a number; grows as facts are looked at, then makes
/// figures.
final class Grounds {
    private static final double LEVEL = 0.95;

    private final String command;
    private final TreeSet<String> keys = new TreeSet<>();
    private Basis weakest = Basis.SOURCED;

    /// @param command the command that asked, for the passports
    Grounds(String command) {
        this.command = command;
    }

    Grounds add(Basis basis, List<String> sources) {
        weakest = weakest.weakest(basis);
        keys.addAll(sources);
        return this;
    }

    boolean empty() {
        return keys.isEmpty();
    }

    Basis basis() {
        return weakest;
    }

    List<String> sources() {
        return List.copyOf(keys);
    }

    Figure figure(double value, Unit unit, Sample sample) {
        return Figure.observed(value, unit, sample, weakest, sources(), command);
    }

    Figure dollars(long cents, Unit unit, Sample sample) {
        return figure(cents / 100.0, unit, sample);
    }

    /// A share with its exact interval (Clopper and Pearson 1934).
    Figure share(long successes, long trials, Sample sample) {
        var exact = ClopperPearson.interval(successes, trials, LEVEL);
        return between(
                (double) successes / trials, Unit.SHARE, exact.low(), exact.high(), LEVEL, "Clopper–Pearson", sample);
    }

    Figure between(double value, Unit unit, double low, double high, double level, String method, Sample sample) {
        return new Figure(
                value, unit, new Interval.Between(low, high, level, method), sample, weakest, sources(), command);
    }
}
