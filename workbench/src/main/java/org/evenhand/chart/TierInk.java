package org.evenhand.chart;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.core.Basis;
import org.evenhand.core.Standing;
import org.evenhand.core.Tier;
import org.evenhand.core.Unranked;

/// How standings look in charts: one blue from light (Tier 1) to dark (Tier 3), a letter always.
final class TierInk {
    static final String TIER_1 = "#e6eff7";
    static final String TIER_2 = "#b3cde3";
    static final String WATCH_LIST = "#6a9cc6";
    static final String TIER_3 = "#123f6b";

    static final String HATCHING = "nodata";
    static final String DOTS = "notier";

    private TierInk() {}

    static void patterns(Svg svg) {
        svg.hatching(HATCHING).dots(DOTS);
    }

    static String fill(Svg svg, Standing standing) {
        return switch (standing) {
            case Tier tier ->
                switch (tier) {
                    case TIER_1 -> TIER_1;
                    case TIER_2 -> TIER_2;
                    case WATCH_LIST -> WATCH_LIST;
                    case Tier.TIER_3 -> TierInk.TIER_3;
                };
            case Unranked unranked ->
                switch (unranked) {
                    case SPECIAL_CASE -> svg.fill(DOTS);
                    case NOT_IN_REPORT -> "#ffffff";
                };
        };
    }

    static String ink(Standing standing) {
        return standing == Tier.TIER_3 ? "#ffffff" : Svg.INK;
    }

    static String letter(Standing standing) {
        return switch (standing) {
            case Tier tier ->
                switch (tier) {
                    case TIER_1 -> "1";
                    case TIER_2 -> "2";
                    case WATCH_LIST -> "W";
                    case Tier.TIER_3 -> "3";
                };
            case Unranked unranked ->
                switch (unranked) {
                    case SPECIAL_CASE -> "S";
                    case NOT_IN_REPORT -> "·";
                };
        };
    }

    static String label(Standing standing) {
        return switch (standing) {
            case Tier tier -> tier.label();
            case Unranked unranked ->
                switch (unranked) {
                    case SPECIAL_CASE -> "Special case (no tier)";
                    case NOT_IN_REPORT -> "Not in the report";
                };
        };
    }

    /// One square with its letter and, small in the corner, the mark of its basis.
    static void cell(Svg svg, double x, double y, double size, Mark mark) {
        switch (mark) {
            case Mark.Blank _ -> {}
            case Mark.NoData _ -> svg.rectangle(x, y, size, size, svg.fill(HATCHING), Svg.RULE);
            case Mark.Stands(var standing, var basis) -> {
                svg.rectangle(x, y, size, size, fill(svg, standing), Svg.RULE);
                svg.text(
                        x + size * (basis.mark().isEmpty() ? 0.5 : 0.4),
                        y + size * 0.69,
                        size * 0.56,
                        "middle",
                        ink(standing),
                        standing == Tier.TIER_3,
                        letter(standing));
                if (!basis.mark().isEmpty()) {
                    svg.text(x + size - 1.5, y + size * 0.36, size * 0.36, "end", ink(standing), false, basis.mark());
                }
            }
        }
    }

    /// A legend of what occurs, over as many lines as the width needs; gives the height used.
    static double legend(Svg svg, double x, double y, double width, Iterable<Mark> marks) {
        var seen = new ArrayList<Mark>();
        var derived = false;
        var unverified = false;
        for (var standing : order()) {
            for (var mark : marks) {
                if (mark instanceof Mark.Stands(var found, var basis)) {
                    derived |= basis.mark().equals("d");
                    unverified |= basis.mark().equals("u");
                    var plain = Mark.of(standing, Basis.SOURCED);
                    if (found == standing && !seen.contains(plain)) {
                        seen.add(plain);
                    }
                }
            }
        }
        for (var mark : marks) {
            if (mark instanceof Mark.NoData && !seen.contains(mark)) {
                seen.add(mark);
            }
        }
        var cursor = x;
        var line = y;
        var size = 16.0;
        for (var mark : seen) {
            var label = mark instanceof Mark.Stands stands ? label(stands.standing()) : "No data";
            var needed = size + 6 + Svg.width(label, 12) + 14;
            if (cursor > x && cursor + needed > x + width) {
                cursor = x;
                line += size + 8;
            }
            cell(svg, cursor, line, size, mark);
            svg.text(cursor + size + 6, line + 12.5, 12, "start", Svg.INK, false, label);
            cursor += needed;
        }
        var height = line - y + size;
        if (derived || unverified) {
            var meaning = (derived ? "d derived by a stated rule" : "")
                    + (derived && unverified ? "; " : "")
                    + (unverified ? "u unverified" : "");
            svg.text(x, y + height + 20, 12, "start", Svg.MUTED, false, meaning);
            height += 24;
        }
        return height;
    }

    private static List<Standing> order() {
        var order = new ArrayList<Standing>();
        order.addAll(List.of(Tier.values()));
        order.addAll(List.of(Unranked.values()));
        return order;
    }
}
