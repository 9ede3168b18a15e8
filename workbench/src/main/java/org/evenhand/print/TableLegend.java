package org.evenhand.print;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.evenhand.core.Basis;
import org.evenhand.core.Standing;
import org.evenhand.core.Tier;
import org.evenhand.core.Unranked;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;

/// What the signs in a table mean; only those that occur in it.
final class TableLegend {
    private TableLegend() {}

    /// A sign and its meaning.
    record Entry(String sign, String meaning) {}

    /// Signs in the columns that `compact` marks as one letter wide, then those of the other columns, then the marks of
    /// the basis.
    static List<Entry> of(DataTable table, boolean[] compact) {
        var standings = new TreeMap<Integer, Standing>();
        var narrow = EnumSet.noneOf(Cell.Absence.class);
        var wide = EnumSet.noneOf(Cell.Absence.class);
        var marks = EnumSet.noneOf(Basis.class);
        for (var row : table.rows()) {
            for (var c = 0; c < compact.length; c++) {
                if (table.columns().get(c).shown() == DataTable.Shown.MACHINES_ONLY) {
                    continue;
                }
                switch (row.get(c)) {
                    case Cell.Placed placed -> {
                        marks.add(placed.basis());
                        if (compact[c] || placed.standing() instanceof Unranked) {
                            standings.put(order(placed.standing()), placed.standing());
                        }
                    }
                    case Cell.Number(var figure) -> marks.add(figure.basis());
                    case Cell.Flag flag -> marks.add(flag.basis());
                    case Cell.Absent(var why) -> (compact[c] ? narrow : wide).add(why);
                    case Cell.Words _, Cell.Ordinal _, Cell.Items _, Cell.Reasons _ -> {}
                }
            }
        }
        var anyCompact = anyTrue(compact);
        var entries = new ArrayList<Entry>();
        for (var standing : standings.values()) {
            entries.add(new Entry(anyCompact ? CellText.letter(standing) : standing.code(), meaning(standing)));
        }
        for (var why : narrow) {
            entries.add(new Entry(why == Cell.Absence.NOT_APPLICABLE ? "blank" : CellText.letter(why), why.label()));
        }
        for (var why : wide) {
            entries.add(new Entry(CellText.of(why), why.label()));
        }
        entries.addAll(marks(marks));
        return entries;
    }

    static List<Entry> marks(Set<Basis> bases) {
        var entries = new ArrayList<Entry>();
        for (var basis : bases) {
            if (basis != Basis.SOURCED) {
                entries.add(new Entry(basis.mark(), CellText.markMeaning(basis)));
            }
        }
        return entries;
    }

    /// `1 = Tier 1; S = special case (no tier)`.
    static String text(List<Entry> entries) {
        var out = new StringBuilder();
        for (var entry : entries) {
            if (!out.isEmpty()) {
                out.append("; ");
            }
            out.append(entry.sign()).append(" = ").append(entry.meaning());
        }
        return out.toString();
    }

    static String meaning(Standing standing) {
        return switch (standing) {
            case Tier tier -> tier.label();
            case Unranked unranked ->
                switch (unranked) {
                    case SPECIAL_CASE -> "special case (no tier)";
                    case NOT_IN_REPORT -> "not in the report";
                };
        };
    }

    private static int order(Standing standing) {
        return switch (standing) {
            case Tier tier -> tier.severity();
            case Unranked unranked -> Tier.values().length + unranked.ordinal();
        };
    }

    private static boolean anyTrue(boolean[] flags) {
        for (var flag : flags) {
            if (flag) {
                return true;
            }
        }
        return false;
    }
}
