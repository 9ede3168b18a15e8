package org.evenhand.chart;

import java.util.ArrayList;
import java.util.List;

/// Writes SVG elements. Styles are attributes, so that pages and PDF renderers treat them alike.
final class Svg {
    static final String INK = "#16202b";
    static final String MUTED = "#51606e";
    static final String RULE = "#c9d1d9";
    static final String ACCENT = "#1d4e79";

    private static final String FONT = "sans-serif";

    /// Average width of a character, in parts of the font size; on the wide side, so that estimated text fits.
    private static final double CHARACTER = 0.56;

    private final StringBuilder body = new StringBuilder(4096);
    private final String id;
    private final String title;
    private final String description;

    /// @param id stable and unique on its page; letters, digits and hyphens
    Svg(String id, String title, String description) {
        this.id = identifier(id);
        this.title = title;
        this.description = description;
    }

    /// An id for a part of this chart.
    String id(String part) {
        return id + '-' + part;
    }

    Svg rectangle(double x, double y, double width, double height, String fill, String stroke) {
        body.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y));
        body.append("\" width=\"").append(number(width)).append("\" height=\"").append(number(height));
        body.append("\" fill=\"").append(fill).append('"');
        if (!stroke.isEmpty()) {
            body.append(" stroke=\"").append(stroke).append("\" stroke-width=\"1\"");
        }
        body.append("/>\n");
        return this;
    }

    Svg line(double x1, double y1, double x2, double y2, String stroke, double width) {
        body.append("<line x1=\"").append(number(x1)).append("\" y1=\"").append(number(y1));
        body.append("\" x2=\"").append(number(x2)).append("\" y2=\"").append(number(y2));
        body.append("\" stroke=\"")
                .append(stroke)
                .append("\" stroke-width=\"")
                .append(number(width))
                .append("\"/>\n");
        return this;
    }

    /// A curved band of constant width between two points, half transparent so that crossing bands are seen.
    Svg band(double x1, double y1, double x2, double y2, double width, String fill) {
        double middle = (x1 + x2) / 2;
        body.append("<path d=\"M").append(number(x1)).append(',').append(number(y1));
        curve(middle, y1, y2, x2);
        body.append(" l0,").append(number(width));
        curve(middle, y2 + width, y1 + width, x1);
        body.append(" Z\" fill=\"").append(fill).append("\" fill-opacity=\"0.45\"/>\n");
        return this;
    }

    private void curve(double middle, double from, double to, double x) {
        body.append(" C").append(number(middle)).append(',').append(number(from));
        body.append(' ').append(number(middle)).append(',').append(number(to));
        body.append(' ').append(number(x)).append(',').append(number(to));
    }

    Svg circle(double x, double y, double radius, String fill, String stroke) {
        body.append("<circle cx=\"").append(number(x)).append("\" cy=\"").append(number(y));
        body.append("\" r=\"").append(number(radius)).append("\" fill=\"").append(fill);
        body.append("\" stroke=\"").append(stroke).append("\" stroke-width=\"1.5\"/>\n");
        return this;
    }

    /// A shape with a hairline around it.
    ///
    /// @param path SVG path data
    /// @param tooltip shown when pointed at; empty for none
    Svg path(String path, String fill, String stroke, double width, String tooltip) {
        body.append("<path d=\"").append(path).append("\" fill=\"").append(fill);
        body.append("\" stroke=\"").append(stroke).append("\" stroke-width=\"").append(number(width));
        return end(tooltip, "path");
    }

    /// A shape of a place: scripts find its code in `data-code`.
    Svg place(String path, String fill, String stroke, String code, String tooltip) {
        body.append("<path data-code=\"")
                .append(escaped(code))
                .append("\" d=\"")
                .append(path);
        body.append("\" fill=\"").append(fill).append("\" stroke=\"").append(stroke);
        body.append("\" stroke-width=\"0.5");
        return end(tooltip, "path");
    }

    /// A disc for a place too small for a shape; see [#place].
    Svg placeDot(double x, double y, double radius, String fill, String stroke, String code, String tooltip) {
        body.append("<circle data-code=\"")
                .append(escaped(code))
                .append("\" cx=\"")
                .append(number(x));
        body.append("\" cy=\"").append(number(y)).append("\" r=\"").append(number(radius));
        body.append("\" fill=\"").append(fill).append("\" stroke=\"").append(stroke);
        body.append("\" stroke-width=\"0.6");
        return end(tooltip, "circle");
    }

    /// A small disc with a tooltip.
    Svg dot(double x, double y, double radius, String fill, String stroke, String tooltip) {
        body.append("<circle cx=\"").append(number(x)).append("\" cy=\"").append(number(y));
        body.append("\" r=\"").append(number(radius)).append("\" fill=\"").append(fill);
        body.append("\" stroke=\"").append(stroke).append("\" stroke-width=\"0.8");
        return end(tooltip, "circle");
    }

    /// A line along a path, half transparent so that crossing lines are seen.
    Svg curve(String path, String stroke, double width, String tooltip) {
        body.append("<path d=\"")
                .append(path)
                .append("\" fill=\"none\" stroke=\"")
                .append(stroke);
        body.append("\" stroke-opacity=\"0.55\" stroke-width=\"").append(number(width));
        return end(tooltip, "path");
    }

    /// A circle without a filling.
    Svg ring(double x, double y, double radius, double width, String stroke, String tooltip) {
        body.append("<circle cx=\"").append(number(x)).append("\" cy=\"").append(number(y));
        body.append("\" r=\"")
                .append(number(radius))
                .append("\" fill=\"none\" stroke=\"")
                .append(stroke);
        body.append("\" stroke-opacity=\"0.55\" stroke-width=\"").append(number(width));
        return end(tooltip, "circle");
    }

    /// Centred text that stays legible on lines and shapes.
    Svg halo(double x, double y, double size, String fill, String text) {
        body.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y));
        body.append("\" font-family=\"").append(FONT).append("\" font-size=\"").append(number(size));
        body.append("\" text-anchor=\"middle\" fill=\"#ffffff\" stroke=\"#ffffff\" stroke-width=\"3\"");
        body.append(" aria-hidden=\"true\">").append(escaped(text)).append("</text>\n");
        return text(x, y, size, "middle", fill, true, text);
    }

    private Svg end(String tooltip, String element) {
        if (tooltip.isEmpty()) {
            body.append("\"/>\n");
        } else {
            body.append("\"><title>").append(escaped(tooltip)).append("</title></");
            body.append(element).append(">\n");
        }
        return this;
    }

    /// From here to [#endFrame] nothing is drawn outside the frame.
    Svg frame(String part, double width, double height) {
        body.append("<clipPath id=\"")
                .append(id(part))
                .append("\"><rect width=\"")
                .append(number(width));
        body.append("\" height=\"").append(number(height)).append("\"/></clipPath>\n");
        body.append("<g clip-path=\"").append(fill(part)).append("\">\n");
        return this;
    }

    Svg endFrame() {
        body.append("</g>\n");
        return this;
    }

    /// @param anchor `start`, `middle` or `end`
    Svg text(double x, double y, double size, String anchor, String fill, boolean bold, String text) {
        body.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y));
        body.append("\" font-family=\"").append(FONT).append("\" font-size=\"").append(number(size));
        body.append("\" text-anchor=\"")
                .append(anchor)
                .append("\" fill=\"")
                .append(fill)
                .append('"');
        if (bold) {
            body.append(" font-weight=\"bold\"");
        }
        body.append('>').append(escaped(text)).append("</text>\n");
        return this;
    }

    /// Parallel lines for "no data".
    Svg hatching(String part) {
        body.append("<defs><pattern id=\"").append(id(part));
        body.append("\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">");
        body.append("<rect width=\"6\" height=\"6\" fill=\"#ffffff\"/>");
        body.append("<path d=\"M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2\" stroke=\"#8a96a3\" stroke-width=\"1\"/>");
        body.append("</pattern></defs>\n");
        return this;
    }

    /// Dots for "no tier".
    Svg dots(String part) {
        body.append("<defs><pattern id=\"").append(id(part));
        body.append("\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\">");
        body.append("<rect width=\"5\" height=\"5\" fill=\"#ffffff\"/>");
        body.append("<circle cx=\"2.5\" cy=\"2.5\" r=\"0.8\" fill=\"#9aa5b1\"/>");
        body.append("</pattern></defs>\n");
        return this;
    }

    /// Wide parallel lines in `colour` over a light ground, to set one series of bars off from another.
    Svg stripes(String part, String colour) {
        body.append("<defs><pattern id=\"").append(id(part));
        body.append("\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">");
        body.append("<rect width=\"8\" height=\"8\" fill=\"#ffffff\"/>");
        body.append("<path d=\"M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4\" stroke=\"").append(colour);
        body.append("\" stroke-width=\"2.5\"/>");
        body.append("</pattern></defs>\n");
        return this;
    }

    String fill(String part) {
        return "url(#" + id(part) + ')';
    }

    /// The whole element.
    String done(double width, double height) {
        var out = new StringBuilder(body.length() + 512);
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(number(width))
                .append(' ');
        out.append(number(height)).append("\" width=\"").append(number(width)).append("\" height=\"");
        out.append(number(height))
                .append("\" role=\"img\" aria-labelledby=\"")
                .append(id("title"))
                .append(' ');
        out.append(id("desc"))
                .append("\">\n<title id=\"")
                .append(id("title"))
                .append("\">")
                .append(escaped(title));
        out.append("</title>\n<desc id=\"").append(id("desc")).append("\">").append(escaped(description));
        out.append("</desc>\n");
        return out.append(body).append("</svg>").toString();
    }

    /// How wide a text will be at most, roughly.
    static double width(String text, double size) {
        return text.codePointCount(0, text.length()) * size * CHARACTER;
    }

    /// The text in lines that are not wider than `width`; a single long word keeps its line.
    static List<String> wrapped(String text, double size, double width) {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : text.strip().split(" +", -1)) {
            var longer = line.isEmpty() ? word : line + ' ' + word;
            if (!line.isEmpty() && width(longer, size) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    /// At most two decimals, no exponent, no locale.
    static String number(double value) {
        var hundredths = Math.round(value * 100);
        var whole = Math.abs(hundredths) / 100;
        var rest = Math.abs(hundredths) % 100;
        var sign = hundredths < 0 ? "-" : "";
        if (rest == 0) {
            return sign + whole;
        }
        var decimals = rest % 10 == 0 ? Long.toString(rest / 10) : rest < 10 ? "0" + rest : Long.toString(rest);
        return sign + whole + '.' + decimals;
    }

    private static String identifier(String text) {
        var out = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
            out.append(plain ? c : '-');
        }
        return out.isEmpty() || !Character.isLetter(out.charAt(0)) ? "chart-" + out : out.toString();
    }

    /// Characters that XML knows, without those that it forbids or that a page could act on.
    static String escaped(String text) {
        var out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\n', '\r', '\t' -> out.append(' ');
                default -> out.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        });
        return out.toString();
    }

    private static boolean isAllowed(int c) {
        var control = c < ' ' || (c >= 0x7F && c <= 0x9F) || (c >= 0xD800 && c <= 0xDFFF) || (c & 0xFFFE) == 0xFFFE;
        var turnsDirection = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
        return !control && !turnsDirection;
    }
}
