package org.evenhand.print;

import java.util.List;
import org.evenhand.core.Basis;
import org.evenhand.core.Figure;
import org.evenhand.core.Interval;
import org.evenhand.core.Standing;
import org.evenhand.core.Tier;
import org.evenhand.core.Unit;
import org.evenhand.core.Unranked;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;
import org.jspecify.annotations.Nullable;

/// What people read in a cell, the same in every printed format.
final class CellText {
    private CellText() {}

    /// Short form of why a cell is empty; [#legend] explains it.
    static String of(Cell.Absence absence) {
        return switch (absence) {
            case NOT_RECORDED -> "n.r.";
            case NOT_MEASURED -> "n.m.";
            case SUPPRESSED -> "supp.";
            case WITHHELD -> "wh.";
            case NOT_APPLICABLE -> "n/a";
            case NOT_AVAILABLE -> "n.av.";
        };
    }

    static String of(boolean flag) {
        return flag ? "yes" : "no";
    }

    /// One letter for a placement: `1 2 W 3 S ·`.
    static String letter(Standing standing) {
        return switch (standing) {
            case Tier tier ->
                switch (tier) {
                    case TIER_1 -> "1";
                    case TIER_2 -> "2";
                    case WATCH_LIST -> "W";
                    case TIER_3 -> "3";
                };
            case Unranked unranked ->
                switch (unranked) {
                    case SPECIAL_CASE -> "S";
                    case NOT_IN_REPORT -> "·";
                };
        };
    }

    /// A value in a column: the unit only where the heading does not say it, the level and method of the interval only
    /// where the table does not say it.
    static String number(Figure figure, boolean unitInHeading, boolean methodInNote) {
        var value = unitInHeading ? NumberText.value(figure) : NumberText.withUnit(figure);
        return switch (figure.interval()) {
            case Interval.Observed _, Interval.NotStated _ -> value;
            case Interval.Between between ->
                value + " (" + (methodInNote ? NumberText.bounds(between, figure.unit()) : NumberText.interval(figure))
                        + ')';
        };
    }

    /// The unit that all figures of a column share; null where they differ or there is none.
    static @Nullable Unit sharedUnit(DataTable table, int column) {
        Unit shared = null;
        for (var row : table.rows()) {
            if (row.get(column) instanceof Cell.Number(var figure)) {
                if (shared != null && shared != figure.unit()) {
                    return null;
                }
                shared = figure.unit();
            }
        }
        return shared;
    }

    /// The heading, with the shared unit of the figures where the title does not name it.
    static String heading(DataTable.Column column, @Nullable Unit unit) {
        var title = SafeText.line(column.title());
        if (unit == null || unit.label().isEmpty() || containsIgnoringCase(title, unit.label())) {
            return title;
        }
        return title + " (" + unit.label() + ')';
    }

    private static boolean containsIgnoringCase(String text, String part) {
        for (var i = 0; i + part.length() <= text.length(); i++) {
            if (text.regionMatches(true, i, part, 0, part.length())) {
                return true;
            }
        }
        return false;
    }

    /// Level and method where all intervals of the table share them; empty where there are none or several.
    static String sharedMethod(DataTable table) {
        var shared = "";
        for (var row : table.rows()) {
            for (var cell : row) {
                if (cell instanceof Cell.Number(var figure) && figure.interval() instanceof Interval.Between between) {
                    var text = NumberText.levelAndMethod(between);
                    if (shared.isEmpty()) {
                        shared = text;
                    } else if (!shared.equals(text)) {
                        return "";
                    }
                }
            }
        }
        return shared;
    }

    /// Labels as people read them: source keys with runs joined, anything else as it is.
    static String items(DataTable.Column column, List<String> items, String dash) {
        return column.key().endsWith("sources")
                ? SourceKeys.joined(items, dash)
                : SafeText.line(String.join(", ", items));
    }

    static String markMeaning(Basis basis) {
        return switch (basis) {
            case SOURCED -> "read in a source";
            case DERIVED -> "derived by a stated rule";
            case UNVERIFIED -> "unverified";
        };
    }

    /// Whether a column may be drawn one letter wide: every cell has a one-letter form.
    static boolean compact(DataTable table, int column) {
        if (table.columns().get(column).shown() != DataTable.Shown.COMPACT) {
            return false;
        }
        for (var row : table.rows()) {
            var cell = row.get(column);
            var narrow = cell instanceof Cell.Placed || cell instanceof Cell.Absent;
            if (!narrow) {
                return false;
            }
        }
        return true;
    }

    /// One character for an empty cell of a tier matrix; distinct from every placement.
    static String letter(Cell.Absence absence) {
        return switch (absence) {
            case NOT_RECORDED -> "?";
            case NOT_MEASURED -> "-";
            case SUPPRESSED -> "x";
            case WITHHELD -> "w";
            case NOT_APPLICABLE -> " ";
            case NOT_AVAILABLE -> "!";
        };
    }
}
