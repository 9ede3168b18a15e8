package org.evenhand.print;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;
import org.evenhand.document.Text;

/// Source keys as readers see them.
final class SourceKeys {
    private SourceKeys() {}

    /// A run of keys that differ only in a consecutive number at the end, or a single key (`first` equals `last`).
    record Run(String first, String last) {
        boolean single() {
            return first.equals(last);
        }

        /// `tip-2001` or `tip-2001–2025`.
        String text(String dash) {
            return single()
                    ? SafeText.line(first)
                    : SafeText.line(first) + dash + last.substring(prefix(last).length());
        }
    }

    /// Keys sorted, without repeats, three or more in a row joined.
    static List<Run> runs(Collection<String> keys) {
        var sorted = new ArrayList<>(new TreeSet<>(keys));
        var runs = new ArrayList<Run>();
        var i = 0;
        while (i < sorted.size()) {
            var end = i;
            while (end + 1 < sorted.size() && follows(sorted.get(end), sorted.get(end + 1))) {
                end++;
            }
            if (end - i >= 2) {
                runs.add(new Run(sorted.get(i), sorted.get(end)));
                i = end + 1;
            } else {
                runs.add(new Run(sorted.get(i), sorted.get(i)));
                i++;
            }
        }
        return runs;
    }

    /// The runs, separated by commas.
    static String joined(Collection<String> keys, String dash) {
        var out = new StringBuilder();
        for (var run : runs(keys)) {
            if (!out.isEmpty()) {
                out.append(", ");
            }
            out.append(run.text(dash));
        }
        return out.toString();
    }

    private static boolean follows(String key, String next) {
        var prefix = prefix(key);
        var digits = key.length() - prefix.length();
        if (digits == 0 || digits > 9 || next.length() != key.length() || !next.startsWith(prefix)) {
            return false;
        }
        if (prefix(next).length() != prefix.length()) {
            return false;
        }
        return Integer.parseInt(next.substring(prefix.length()))
                == Integer.parseInt(key.substring(prefix.length())) + 1;
    }

    /// The key without the digits at its end.
    private static String prefix(String key) {
        var end = key.length();
        while (end > 0 && key.charAt(end - 1) >= '0' && key.charAt(end - 1) <= '9') {
            end--;
        }
        return key.substring(0, end);
    }

    /// Keys of the figures and placements of a text that it does not itself cite.
    static Set<String> uncited(Text text) {
        var keys = new TreeSet<String>();
        for (var span : text.spans()) {
            switch (span) {
                case Text.Span.Number(var figure) -> keys.addAll(figure.sources());
                case Text.Span.Placed placed -> keys.addAll(placed.sources());
                case Text.Span.Words _, Text.Span.Cited _ -> {}
            }
        }
        for (var span : text.spans()) {
            if (span instanceof Text.Span.Cited(var cited)) {
                for (var key : cited) {
                    keys.remove(key);
                }
            }
        }
        return keys;
    }

    /// Keys of the figures and placements of a table.
    static Set<String> of(DataTable table) {
        var keys = new TreeSet<String>();
        for (var row : table.rows()) {
            for (var cell : row) {
                switch (cell) {
                    case Cell.Number(var figure) -> keys.addAll(figure.sources());
                    case Cell.Placed placed -> keys.addAll(placed.sources());
                    case Cell.Words _, Cell.Ordinal _, Cell.Flag _, Cell.Items _, Cell.Reasons _, Cell.Absent _ -> {}
                }
            }
        }
        return keys;
    }
}
