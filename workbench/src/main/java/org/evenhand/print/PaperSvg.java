package org.evenhand.print;

import org.evenhand.document.Block;

/// A chart as the PDF renderer wants it: no wider than the page, and with an `alt` attribute, which it copies
/// into the tags of the file.
final class PaperSvg {
    private static final String START = "<svg ";

    /// Width of the text on an A4 page with the margins of `paper.css`, in CSS pixels.
    private static final double PAGE = 650;

    /// Height of a page below a heading and a summary, so that a long chart is made smaller and not cut in two.
    private static final double HEIGHT = 820;

    /// What a chart needs that was drawn for a phone as well.
    private static final double LARGER = 1.1;

    private PaperSvg() {}

    static String of(Block.Chart chart) {
        var svg = chart.svg();
        if (!svg.startsWith(START)) {
            throw new IllegalArgumentException("chart " + chart.id() + " does not start with " + START);
        }
        return new Html()
                .raw("<svg")
                .attribute("alt", chart.title() + ". " + chart.summary())
                .raw(" ")
                .raw(scaled(svg.substring(START.length())))
                .toString();
    }

    /// The rest of the element with its width and height changed; its view box scales what is drawn.
    private static String scaled(String svg) {
        var width = attribute(svg, "width");
        var height = attribute(svg, "height");
        if (Double.isNaN(width) || Double.isNaN(height)) {
            return svg;
        }
        var factor = Math.min(LARGER, Math.min(PAGE / width, HEIGHT / height));
        return replaced(replaced(svg, "width", width * factor), "height", height * factor);
    }

    /// The first attribute of this name, which is that of the element itself; `NaN` where there is none.
    private static double attribute(String svg, String name) {
        var start = start(svg, name);
        if (start < 0) {
            return Double.NaN;
        }
        return Double.parseDouble(svg.substring(start, svg.indexOf('"', start)));
    }

    private static String replaced(String svg, String name, double value) {
        var start = start(svg, name);
        return svg.substring(0, start) + Math.round(value) + svg.substring(svg.indexOf('"', start));
    }

    private static int start(String svg, String name) {
        var mark = ' ' + name + "=\"";
        var at = svg.indexOf(mark);
        return at < 0 || at > svg.indexOf('>') ? -1 : at + mark.length();
    }
}
