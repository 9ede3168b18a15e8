package org.evenhand.chart;

import java.util.ArrayList;
import java.util.List;

/// Countries by years, a letter in every cell.
public final class TierMatrix {
    private static final double CELL = 22;
    private static final double FONT = 13;
    private static final double NAME_MOST = 230;

    private TierMatrix() {}

    /// A country and what is known of it in each year.
    public record Row(String name, List<Mark> marks) {
        public Row {
            marks = List.copyOf(marks);
        }
    }

    /// @param id stable anchor, unique on the page
    /// @param title what it shows
    /// @param description the sentence for those who cannot see it
    /// @param years headings, one a column
    /// @param rows each with a mark a year
    public static String svg(String id, String title, String description, List<Integer> years, List<Row> rows) {
        var svg = new Svg(id, title, description);
        TierInk.patterns(svg);
        var names = 60.0;
        for (var row : rows) {
            if (row.marks().size() != years.size()) {
                throw new IllegalArgumentException("%s: %d marks for %d years"
                        .formatted(row.name(), row.marks().size(), years.size()));
            }
            names = Math.max(names, Svg.width(row.name(), FONT) + 10);
        }
        names = Math.min(names, NAME_MOST);
        var top = 40.0;
        var all = new ArrayList<Mark>();
        for (var c = 0; c < years.size(); c++) {
            var x = names + c * CELL + CELL / 2;
            var year = Integer.toString(years.get(c));
            svg.text(x, top - 22, 10.5, "middle", Svg.MUTED, false, year.substring(0, 2));
            svg.text(x, top - 9, 12, "middle", Svg.INK, true, year.substring(2));
        }
        for (var r = 0; r < rows.size(); r++) {
            var row = rows.get(r);
            var y = top + r * CELL;
            svg.text(names - 8, y + CELL * 0.68, fitting(row.name(), names - 10), "end", Svg.INK, false, row.name());
            for (var c = 0; c < row.marks().size(); c++) {
                TierInk.cell(svg, names + c * CELL, y, CELL, row.marks().get(c));
            }
            all.addAll(row.marks());
        }
        var width = Math.max(names + years.size() * CELL + 2, 360);
        var bottom = top + rows.size() * CELL + 16;
        var legend = TierInk.legend(svg, 4, bottom, width - 8, all);
        return svg.done(width, bottom + legend + 6);
    }

    /// The font size at which a long name still fits.
    private static double fitting(String name, double width) {
        var natural = Svg.width(name, FONT);
        return natural <= width ? FONT : Math.max(8, FONT * width / natural);
    }
}
