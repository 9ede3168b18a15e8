package org.evenhand.document;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.evenhand.core.Basis;
import org.evenhand.core.Figure;
import org.evenhand.core.Interval;
import org.evenhand.core.Sample;
import org.evenhand.core.Unit;
import org.evenhand.statistics.exact.ClopperPearson;

/// The sources and the weakest basis of the facts behind a number; grows as facts are looked at, then makes figures.
public final class Grounds {
    private static final double LEVEL = 0.95;

    private final String command;
    private final TreeSet<String> keys = new TreeSet<>();
    private Basis weakest = Basis.SOURCED;

    /// @param command the command that asked, for the passports
    public Grounds(String command) {
        this.command = command;
    }

    /// Begins with all that another number rests on.
    public Grounds(Grounds other) {
        this(other.command);
        weakest = other.weakest;
        keys.addAll(other.keys);
    }

    public Grounds add(Basis basis, Collection<String> sources) {
        weakest = weakest.weakest(basis);
        keys.addAll(sources);
        return this;
    }

    /// Takes in all that another number rests on.
    public Grounds add(Grounds other) {
        weakest = weakest.weakest(other.weakest);
        keys.addAll(other.keys);
        return this;
    }

    public boolean empty() {
        return keys.isEmpty();
    }

    public Basis basis() {
        return weakest;
    }

    public List<String> sources() {
        return List.copyOf(keys);
    }

    /// A number that is counted or read off, without an interval.
    public Figure figure(double value, Unit unit, Sample sample) {
        return Figure.observed(value, unit, sample, weakest, sources(), command);
    }

    public Figure dollars(long cents, Unit unit, Sample sample) {
        return figure(cents / 100.0, unit, sample);
    }

    /// A share with its exact 95 % interval (Clopper and Pearson 1934).
    public Figure share(long successes, long trials, Sample sample) {
        var exact = ClopperPearson.interval(successes, trials, LEVEL);
        return between(
                (double) successes / trials,
                Unit.SHARE,
                new Interval.Between(exact.low(), exact.high(), LEVEL, "Clopper–Pearson"),
                sample);
    }

    /// A number with an interval.
    public Figure between(double value, Unit unit, Interval.Between interval, Sample sample) {
        return new Figure(value, unit, interval, sample, weakest, sources(), command);
    }
}
