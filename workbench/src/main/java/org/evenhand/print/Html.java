package org.evenhand.print;

import java.util.Optional;

/// Writes XHTML: every text is escaped, every attribute quoted, every element closed by whoever opened it.
public final class Html {
    private final StringBuilder out = new StringBuilder(65536);

    /// Markup of our own, as it is.
    public Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /// Text from anywhere.
    public Html text(String text) {
        escape(SafeText.line(text), out);
        return this;
    }

    /// ` name="value"`, to follow an open tag name.
    public Html attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        escape(SafeText.line(value), out);
        out.append('"');
        return this;
    }

    /// The language of what follows, where it is another than that around it; to follow an open tag name.
    public Html language(Optional<String> code) {
        code.ifPresent(c -> attribute("lang", c));
        return this;
    }

    /// An element that holds only text, with its language where that is another than that around it.
    public Html element(String name, Optional<String> language, String text) {
        return raw("<" + name).language(language).raw(">").text(text).raw("</" + name + ">");
    }

    /// An element that holds only text.
    public Html element(String name, String text) {
        out.append('<').append(name).append('>');
        text(text);
        out.append("</").append(name).append('>');
        return this;
    }

    /// An element with a class that holds only text.
    public Html element(String name, String cssClass, String text) {
        out.append('<').append(name);
        attribute("class", cssClass);
        out.append('>');
        text(text);
        out.append("</").append(name).append('>');
        return this;
    }

    public Html newline() {
        out.append('\n');
        return this;
    }

    /// An anchor name from any key: letters, digits, `-`, `.`; anything else as `_` and its number, so that
    /// two keys never meet.
    public static String anchor(String key) {
        var name = new StringBuilder(key.length());
        key.codePoints().forEach(c -> {
            var plain =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
            if (plain) {
                name.appendCodePoint(c);
            } else {
                name.append('_').append(Integer.toHexString(c)).append('_');
            }
        });
        return name.toString();
    }

    private static void escape(String text, StringBuilder out) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
