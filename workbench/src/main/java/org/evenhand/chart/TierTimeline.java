package org.evenhand.chart;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.core.Standing;
import org.evenhand.core.Tier;
import org.jspecify.annotations.Nullable;

/// One country over the years: a step for every report, better tiers higher, and a letter in every step.
public final class TierTimeline {
    private static final double CELL = 24;
    private static final double STEP = 30;
    private static final double LEFT = 128;
    private static final double TOP = 14;

    private TierTimeline() {}

    /// A report year.
    ///
    /// @param event what followed, in a word or two (for example "full waiver"); empty when nothing did
    public record Year(int year, Mark mark, String event) {}

    /// @param id stable anchor, unique on the page
    /// @param title what it shows
    /// @param description the sentence for those who cannot see it
    /// @param years in order of time, at least one
    public static String svg(String id, String title, String description, List<Year> years) {
        var svg = new Svg(id, title, description);
        TierInk.patterns(svg);
        var levels = Tier.values();
        var width = Math.max(LEFT + years.size() * CELL + 8, 360);
        for (var tier : levels) {
            var y = level(tier) + CELL / 2;
            svg.line(LEFT, y, LEFT + years.size() * CELL, y, "#e4e8ec", 1);
            svg.text(LEFT - 10, y + 4.5, 12.5, "end", Svg.INK, false, tier.label());
        }
        var below = TOP + levels.length * STEP;
        var unranked = false;
        for (var year : years) {
            unranked |= !(standing(year) instanceof Tier);
        }
        if (unranked) {
            svg.text(LEFT - 10, below + CELL / 2 + 4.5, 12.5, "end", Svg.MUTED, false, "No tier");
            below += STEP;
        }
        path(svg, years);
        var all = new ArrayList<Mark>();
        var events = new ArrayList<String>();
        var axis = below + 8;
        for (var i = 0; i < years.size(); i++) {
            var year = years.get(i);
            var x = LEFT + i * CELL;
            var y = TOP + levels.length * STEP;
            if (standing(year) instanceof Tier tier) {
                y = level(tier);
            }
            TierInk.cell(svg, x, y, CELL, year.mark());
            all.add(year.mark());
            var digits = Integer.toString(year.year());
            svg.text(x + CELL / 2, axis + 10, 10, "middle", Svg.MUTED, false, digits.substring(0, 2));
            svg.text(x + CELL / 2, axis + 22, 12, "middle", Svg.INK, true, digits.substring(2));
            if (!year.event().isBlank()) {
                if (!events.contains(year.event())) {
                    events.add(year.event());
                }
                var letter = letter(events.indexOf(year.event()));
                svg.circle(x + CELL / 2, axis + 38, 8, "#ffffff", Svg.ACCENT);
                svg.text(x + CELL / 2, axis + 42, 11, "middle", Svg.INK, false, letter);
            }
        }
        var y = axis + (events.isEmpty() ? 34 : 56);
        if (!events.isEmpty()) {
            svg.text(LEFT - 10, axis + 42, 12.5, "end", Svg.INK, false, "What followed");
            for (var i = 0; i < events.size(); i++) {
                svg.circle(14, y + 8, 8, "#ffffff", Svg.ACCENT);
                svg.text(14, y + 12, 11, "middle", Svg.INK, false, letter(i));
                for (var line : Svg.wrapped(events.get(i), 12, width - 36)) {
                    svg.text(30, y + 12, 12, "start", Svg.INK, false, line);
                    y += 16;
                }
                y += 6;
            }
        }
        var legend = TierInk.legend(svg, 6, y + 4, width - 12, all);
        return svg.done(width, y + legend + 10);
    }

    private static double level(Tier tier) {
        return TOP + tier.severity() * STEP;
    }

    /// A line from step to step, broken where there is no tier.
    private static void path(Svg svg, List<Year> years) {
        for (var i = 1; i < years.size(); i++) {
            if (standing(years.get(i - 1)) instanceof Tier before && standing(years.get(i)) instanceof Tier after) {
                var x = LEFT + i * CELL;
                svg.line(x, level(before) + CELL / 2, x, level(after) + CELL / 2, "#7f8c99", 2);
            }
        }
    }

    private static @Nullable Standing standing(Year year) {
        return year.mark() instanceof Mark.Stands stands ? stands.standing() : null;
    }

    private static String letter(int index) {
        return index < 26 ? Character.toString('a' + index) : Integer.toString(index + 1);
    }
}
