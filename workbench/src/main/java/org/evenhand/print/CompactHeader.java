package org.evenhand.print;

import java.util.ArrayList;
import java.util.List;

/// Headings of columns two characters wide, printed downwards.
///
/// Consecutive years share their first three digits, which are written once, above the first year of each decade, where
/// the decade has room for them:
/// ```
/// 200     201
/// 7 8 9   0 1
/// ```
final class CompactHeader {
    private static final int CELL = 2;

    private CompactHeader() {}

    /// Lines of cells, top to bottom, one cell for each title; each cell two characters wide when printed.
    static List<List<String>> of(List<String> titles) {
        if (titles.isEmpty()) {
            return List.of();
        }
        return allYears(titles) && decadesHaveRoom(titles) ? decades(titles) : downwards(titles);
    }

    private static List<List<String>> decades(List<String> titles) {
        var top = new ArrayList<String>();
        var bottom = new ArrayList<String>();
        for (var i = 0; i < titles.size(); i++) {
            var title = titles.get(i);
            var decade = title.substring(0, 3);
            var first = i == 0 || !titles.get(i - 1).startsWith(decade);
            var second = i > 0
                    && titles.get(i - 1).startsWith(decade)
                    && (i == 1 || !titles.get(i - 2).startsWith(decade));
            top.add(first ? decade.substring(0, CELL) : second ? decade.substring(CELL) : "");
            bottom.add(title.substring(3));
        }
        return List.of(top, bottom);
    }

    private static List<List<String>> downwards(List<String> titles) {
        var height = 0;
        for (var title : titles) {
            height = Math.max(height, title.length());
        }
        var lines = new ArrayList<List<String>>();
        for (var line = 0; line < height; line++) {
            var cells = new ArrayList<String>();
            for (var title : titles) {
                var at = line - (height - title.length());
                cells.add(at < 0 ? "" : title.substring(at, at + 1));
            }
            lines.add(cells);
        }
        return lines;
    }

    private static boolean allYears(List<String> titles) {
        for (var title : titles) {
            if (title.length() != 4) {
                return false;
            }
            for (var i = 0; i < 4; i++) {
                if (title.charAt(i) < '0' || title.charAt(i) > '9') {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean decadesHaveRoom(List<String> titles) {
        for (var i = 0; i < titles.size(); i++) {
            var decade = titles.get(i).substring(0, 3);
            var before = i > 0 && titles.get(i - 1).startsWith(decade);
            var after = i + 1 < titles.size() && titles.get(i + 1).startsWith(decade);
            if (!before && !after) {
                return false;
            }
        }
        return true;
    }
}
