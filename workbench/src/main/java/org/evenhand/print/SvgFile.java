package org.evenhand.print;

/// A picture as a file of its own, with a line below that says where it is from.
public final class SvgFile {
    private static final double LINE = 13;
    private static final double CHARACTER = 5.6;

    private SvgFile() {}

    /// @param svg an element with `viewBox`, `width` and `height`
    /// @param line what stands below, in as many lines as the width needs
    public static String cited(String svg, String line) {
        double width = attribute(svg, "width");
        double height = attribute(svg, "height");
        int room = Math.max(20, (int) ((width - 16) / CHARACTER));
        var text = new StringBuilder();
        double y = height + LINE;
        var rest = SafeText.line(line);
        while (!rest.isEmpty()) {
            int cut = rest.length() <= room ? rest.length() : cut(rest, room);
            text.append(new Html()
                    .raw("<text x=\"8\" y=\"" + Math.round(y)
                            + "\" font-family=\"sans-serif\" font-size=\"10\" fill=\"#51606e\">")
                    .text(rest.substring(0, cut).strip())
                    .raw("</text>\n"));
            rest = rest.substring(cut).strip();
            y += LINE;
        }
        double taller = Math.ceil(y);
        var head = svg.substring(0, svg.indexOf('>'))
                .replaceFirst("viewBox=\"[^\"]*\"", "viewBox=\"0 0 " + plain(width) + ' ' + plain(taller) + '"')
                .replaceFirst(" height=\"[^\"]*\"", " height=\"" + plain(taller) + '"');
        var body = svg.substring(svg.indexOf('>'), svg.lastIndexOf("</svg>"));
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + head + body + text + "</svg>\n";
    }

    private static int cut(String text, int room) {
        int space = text.lastIndexOf(' ', room);
        return space < room / 2 ? room : space;
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString(Math.round(value)) : Double.toString(value);
    }

    static double attribute(String svg, String name) {
        int start = svg.indexOf(' ' + name + "=\"") + name.length() + 3;
        return Double.parseDouble(svg.substring(start, svg.indexOf('"', start)));
    }
}
