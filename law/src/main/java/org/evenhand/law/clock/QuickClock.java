package org.evenhand.law.clock;

import org.evenhand.core.ReportYear;
import org.evenhand.core.Standing;
import org.evenhand.core.Tier;
import org.evenhand.core.Unranked;
import org.evenhand.law.Interpretations;
import org.evenhand.law.Interpretations.Counting;
import org.evenhand.law.Interpretations.Reset;
import org.evenhand.law.Interpretations.ReturnFrom;
import org.evenhand.law.Interpretations.ReturnWaiver;
import org.evenhand.law.LawBook;
import org.evenhand.law.history.PlacementHistory;

/// The watch-list clock without its reasons, for simulations that ask it millions of times. It takes
/// the same dated numbers and the same readings as the rules, and a test holds it to their answer on
/// every recorded case and on invented ones. Whoever must say why asks [Clock].
///
/// Years after an unknown one are refused: a count over a gap is not one number.
public final class QuickClock {
    private static final int FIRST = ReportYear.FIRST;
    private static final int YEARS = LawBook.HORIZON - FIRST + 1;

    private final int[] limit = new int[YEARS];
    private final int[] waivers = new int[YEARS];
    private final int[] returnYears = new int[YEARS];
    private final int floor;
    private final boolean specialList;
    private final boolean skipUnranked;
    private final int leastPriorRun;
    private final int returnFloor;

    /// What the clock makes of a jurisdiction whose merits say Watch List.
    public enum Answer {
        /// The list is open without a waiver.
        OPEN,
        /// By the recorded waiver.
        WAIVED,
        /// Open by waiver only, and none is recorded.
        WAIVER_NEEDED,
        /// Closed: the limit is reached and no waiver time is left.
        CLOSED_BY_LIMIT,
        /// Closed: the one year after the return is used.
        CLOSED_BY_RETURN
    }

    /// A record laid out by year.
    public static final class Compiled {
        private final Standing[] standings = new Standing[YEARS];
        private final boolean[] waived = new boolean[YEARS];
        private final int firstUnknown;

        private Compiled(PlacementHistory history) {
            firstUnknown = history.unknown().isEmpty()
                    ? LawBook.HORIZON
                    : history.unknown().first().value();
            java.util.Arrays.fill(standings, Unranked.NOT_IN_REPORT);
            history.placements().forEach((year, p) -> standings[year.value() - FIRST] = p.standing());
            history.waivers().keySet().forEach(year -> waived[year.value() - FIRST] = true);
        }
    }

    public QuickClock(LawBook book, Interpretations readings) {
        int from = book.number("WL-LIMIT.count_from", LawBook.HORIZON);
        for (int year = FIRST; year <= LawBook.HORIZON; year++) {
            int i = year - FIRST;
            boolean inForce = book.inForce("WL-LIMIT", year);
            limit[i] = inForce ? book.number("WL-LIMIT.years", year) : Integer.MAX_VALUE;
            waivers[i] = inForce ? book.number("WL-MAX.waiver_years", year) : 0;
            returnYears[i] =
                    book.inForce("WL-REINSTATE", year) ? book.number("WL-REINSTATE.years", year) : Integer.MAX_VALUE;
        }
        floor = from - FIRST;
        specialList = readings.counting() == Counting.SPECIAL_WATCH_LIST;
        skipUnranked = readings.reset() == Reset.RANKED;
        leastPriorRun = limit[YEARS - 1] + (readings.returnWaiver() == ReturnWaiver.NEEDED ? 1 : 0);
        returnFloor = readings.returnFrom() == ReturnFrom.SPELL_SINCE_2019 ? 2019 - FIRST : 0;
    }

    /// Lays out a record once, for many questions.
    public Compiled compile(PlacementHistory history) {
        return new Compiled(history);
    }

    /// The clock's answer for one report year.
    public Answer ask(Compiled record, int year) {
        if (year > record.firstUnknown) {
            throw new IllegalArgumentException("report %d is not known".formatted(record.firstUnknown));
        }
        int i = year - FIRST;
        var standings = record.standings;
        if (returnYears[i] != Integer.MAX_VALUE && barred(standings, i)) {
            return Answer.CLOSED_BY_RETURN;
        }
        int n = counted(standings, i);
        if (n < limit[i]) {
            return Answer.OPEN;
        }
        if (n - limit[i] >= waivers[i]) {
            return Answer.CLOSED_BY_LIMIT;
        }
        return record.waived[i] ? Answer.WAIVED : Answer.WAIVER_NEEDED;
    }

    private int counted(Standing[] standings, int i) {
        int n = 0;
        for (int y = i - 1; y >= floor; y--) {
            var standing = standings[y];
            if (standing == Tier.WATCH_LIST || specialList && movedUp(standings, y)) {
                n++;
            } else if (!(skipUnranked && standing instanceof Unranked)) {
                return n;
            }
        }
        return n;
    }

    private static boolean movedUp(Standing[] standings, int y) {
        var before = standings[y - 1];
        return standings[y] == Tier.TIER_1 && (before == Tier.TIER_2 || before == Tier.WATCH_LIST)
                || standings[y] == Tier.TIER_2 && before == Tier.TIER_3;
    }

    private boolean barred(Standing[] standings, int i) {
        int end = back(standings, i - 1, Tier.WATCH_LIST);
        if (i - 1 - end < returnYears[i]) {
            return false;
        }
        int spell = back(standings, end, Tier.TIER_3);
        return spell != end
                && spell - back(standings, spell, Tier.WATCH_LIST) >= leastPriorRun
                && spell + 1 >= returnFloor;
    }

    private int back(Standing[] standings, int from, Standing standing) {
        int y = from;
        while (y >= floor && standings[y] == standing) {
            y--;
        }
        return y;
    }
}
