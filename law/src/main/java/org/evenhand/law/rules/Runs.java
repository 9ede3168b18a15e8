package org.evenhand.law.rules;

import java.util.Optional;
import org.evenhand.core.ReportYear;
import org.evenhand.core.Standing;
import org.evenhand.core.Tier;
import org.evenhand.core.Unranked;
import org.evenhand.law.Interpretations.Counting;
import org.evenhand.law.Interpretations.Reset;
import org.evenhand.law.Interpretations.ReturnFrom;
import org.evenhand.law.Interpretations.ReturnWaiver;
import org.evenhand.law.hearing.Inquiry;

/// Counts watch-list years for WL-LIMIT, WL-WAIVER and WL-REINSTATE.
///
/// A year of which it is not known where the report left the jurisdiction ends every count; the inquiry
/// then notes it as missing, and the count is a lower bound.
final class Runs {
    private final Inquiry inquiry;
    private final int floor;

    /// @param inquiry the rule that counts
    Runs(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.floor = inquiry.number("WL-LIMIT.count_from");
    }

    /// n of the limit: consecutive years on the list that counts, ending in the year before, none
    /// before the floor.
    int counted() {
        var counting = inquiry.took(inquiry.readings().counting());
        var reset = inquiry.took(inquiry.readings().reset());
        int n = 0;
        for (int y = inquiry.year().value() - 1; y >= floor; y--) {
            var standing = placement(y);
            if (standing.isEmpty()) {
                break;
            }
            if (counts(standing.get(), y, counting)) {
                n++;
            } else if (!skipped(standing.get(), reset)) {
                break;
            }
        }
        return n;
    }

    private boolean counts(Standing standing, int year, Counting counting) {
        if (standing == Tier.WATCH_LIST) {
            return true;
        }
        return switch (counting) {
            case WATCH_LIST -> false;
            case SPECIAL_WATCH_LIST -> movedUp(standing, year);
        };
    }

    /// Limbs (i) and (ii): up to Tier 1 from list B, or up to list B from Tier 3.
    private boolean movedUp(Standing standing, int year) {
        if (standing != Tier.TIER_1 && standing != Tier.TIER_2) {
            return false;
        }
        var before = placement(year - 1);
        if (before.isEmpty()) {
            return false;
        }
        return standing == Tier.TIER_1
                ? before.get() == Tier.TIER_2 || before.get() == Tier.WATCH_LIST
                : before.get() == Tier.TIER_3;
    }

    private static boolean skipped(Standing standing, Reset reset) {
        return reset == Reset.RANKED && standing instanceof Unranked;
    }

    /// What stands behind an open watch-list run: its length, and whether the return rule bars it.
    ///
    /// @param length consecutive Tier 2 Watch List years ending in the year before
    /// @param barred whether the run directly follows a Tier 3 spell that directly follows a run long
    ///     enough
    /// @param priorRun length of that earlier run, from the floor on; 0 if there is none
    record Return(int length, boolean barred, int priorRun) {}

    Return returned() {
        var needed = inquiry.took(inquiry.readings().returnWaiver());
        var from = inquiry.took(inquiry.readings().returnFrom());
        int year = inquiry.year().value() - 1;
        int end = back(year, Tier.WATCH_LIST);
        int length = year - end;
        if (length == 0 || inquiry.incomplete()) {
            return new Return(length, false, 0);
        }
        int spellStart = back(end, Tier.TIER_3);
        if (spellStart == end || inquiry.incomplete()) {
            return new Return(length, false, 0);
        }
        int runStart = back(spellStart, Tier.WATCH_LIST);
        int prior = spellStart - runStart;
        int limit = inquiry.number("WL-LIMIT.years");
        int least = needed == ReturnWaiver.NEEDED ? limit + 1 : limit;
        boolean reached = from == ReturnFrom.ANY_SPELL || spellStart + 1 >= 2019;
        return new Return(length, prior >= least && reached, prior);
    }

    /// The last year before `year` (itself included) that does not have this standing, counted down to
    /// the floor.
    private int back(int year, Standing standing) {
        int y = year;
        while (y >= floor && placement(y).filter(s -> s == standing).isPresent()) {
            y--;
        }
        return y;
    }

    private Optional<Standing> placement(int year) {
        return inquiry.placement(ReportYear.of(year));
    }
}
