package org.evenhand.opportunity;

import java.util.List;
import java.util.TreeSet;
import org.evenhand.core.Figure;
import org.evenhand.core.Interval;
import org.evenhand.core.Sample;
import org.evenhand.core.Unit;
import org.evenhand.document.Cell;
import org.evenhand.document.Cell.Absence;
import org.evenhand.document.Grounds;
import org.evenhand.group.Group;
import org.evenhand.group.Membership;
import org.evenhand.statistics.exact.FisherTest;
import org.evenhand.statistics.exact.TwoByTwo;

/// A group against all other countries in one kind of event.
final class Comparison {
    static final double LEVEL = 0.95;

    private final Group group;
    private final Event event;
    private final Side members;
    private final Side others;
    private final FisherTest.Outcome test;

    private Comparison(Group group, Event event, Side members, Side others) {
        this.group = group;
        this.event = event;
        this.members = members;
        this.others = others;
        this.test = FisherTest.of(
                new TwoByTwo(
                        members.happened,
                        members.opportunities - members.happened,
                        others.happened,
                        others.opportunities - others.happened),
                LEVEL);
    }

    /// One side of a comparison: counts, and what they rest on.
    private static final class Side {
        private final String who;
        private final Event event;
        private final Grounds grounds;
        private final int unknown;
        private final int leftOut;
        private final String reason;
        private long opportunities;
        private long happened;
        private final TreeSet<String> countries = new TreeSet<>();
        private final TreeSet<String> touched = new TreeSet<>();

        private Side(String who, Event event, Grounds grounds, int unknown, Event.Record record) {
            this.who = who;
            this.event = event;
            this.grounds = grounds;
            this.unknown = unknown;
            this.leftOut = record.leftOut();
            this.reason = record.reason();
        }

        private void take(Event.Case c) {
            opportunities++;
            countries.add(c.iso3());
            grounds.add(c.basis(), c.sources());
            if (c.happened()) {
                happened++;
                touched.add(c.iso3());
            }
        }

        private Sample sample() {
            long out = (long) leftOut + unknown;
            String why = leftOut == 0 ? "" : reason;
            if (unknown > 0) {
                why += (why.isEmpty() ? "" : "; ") + "membership not on record";
            }
            return new Sample(event.opportunities() + ", " + who, opportunities, out, why);
        }

        private Cell count(long value, Unit unit) {
            return grounds.empty()
                    ? Cell.absent(Absence.NOT_APPLICABLE)
                    : Cell.number(grounds.figure(value, unit, sample()));
        }

        private Figure share() {
            return grounds.share(happened, opportunities, sample());
        }
    }

    /// Sorts the opportunities into the group and the rest.
    static Comparison of(Group group, Event event, Event.Record record, Membership membership, Grounds measures) {
        int unknown = 0;
        for (var c : record.cases()) {
            unknown += membership.of(c.iso3(), c.report()) == Membership.Answer.UNKNOWN ? 1 : 0;
        }
        var members = new Side(group.title(), event, new Grounds(measures), unknown, record);
        var others = new Side("all other countries", event, new Grounds(measures), unknown, record);
        for (var c : record.cases()) {
            switch (membership.of(c.iso3(), c.report())) {
                case MEMBER -> members.take(c);
                case OTHER -> others.take(c);
                case UNKNOWN -> {}
            }
        }
        return new Comparison(group, event, members, others);
    }

    List<Cell> row() {
        return List.of(
                Cell.words(group.title()),
                Cell.words(group.key()),
                Cell.words(event.label()),
                members.count(members.happened, Unit.COUNT),
                members.count(members.opportunities, Unit.COUNT),
                share(members),
                members.count(members.touched.size(), Unit.COUNTRIES),
                members.count(members.countries.size(), Unit.COUNTRIES),
                others.count(others.happened, Unit.COUNT),
                others.count(others.opportunities, Unit.COUNT),
                share(others),
                p(),
                odds(),
                Cell.words(reading()));
    }

    private static Cell share(Side side) {
        return side.opportunities == 0 ? Cell.absent(Absence.NOT_APPLICABLE) : Cell.number(side.share());
    }

    private Grounds both() {
        return new Grounds(members.grounds).add(others.grounds);
    }

    private Sample sample() {
        return new Sample(
                event.opportunities() + ", " + group.title() + " and all others",
                members.opportunities + others.opportunities,
                members.sample().leftOut(),
                members.sample().reason());
    }

    private Cell p() {
        return switch (test) {
            case FisherTest.Tested t -> Cell.number(both().figure(t.p(), Unit.PROBABILITY, sample()));
            case FisherTest.Uninformative _ -> Cell.absent(Absence.NOT_APPLICABLE);
        };
    }

    /// Finite odds ratios as figures; an end at infinity has no number.
    private Cell odds() {
        return switch (test) {
            case FisherTest.Tested t
            when Double.isFinite(t.oddsRatio()) && Double.isFinite(t.interval().high()) ->
                Cell.number(both().between(
                                t.oddsRatio(),
                                Unit.NUMBER,
                                new Interval.Between(
                                        t.interval().low(), t.interval().high(), LEVEL, "exact conditional"),
                                sample()));
            case FisherTest.Tested _, FisherTest.Uninformative _ -> Cell.absent(Absence.NOT_APPLICABLE);
        };
    }

    /// Fixed words from the numbers: by the p-value, never by which side it favours.
    private String reading() {
        String never = members.opportunities > 0 && members.happened == 0 ? "never; " : "";
        return never
                + switch (test) {
                    case FisherTest.Uninformative _ -> "nothing to compare";
                    case FisherTest.Tested t ->
                        t.p() >= 1 - LEVEL
                                ? "no more than chance often gives"
                                : members.happened * others.opportunities < others.happened * members.opportunities
                                        ? "less often than others"
                                        : "more often than others";
                };
    }
}
