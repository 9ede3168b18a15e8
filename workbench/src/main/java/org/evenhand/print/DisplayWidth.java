package org.evenhand.print;

/// How many columns a text takes in a terminal.
final class DisplayWidth {
    private DisplayWidth() {}

    /// Columns: 0 for combining marks, 2 for East Asian wide characters, else 1.
    static int of(String text) {
        var width = 0;
        var i = 0;
        while (i < text.length()) {
            var c = text.charAt(i);
            if (c < 0x0300) {
                width++;
                i++;
            } else {
                var point = text.codePointAt(i);
                width += of(point);
                i += Character.charCount(point);
            }
        }
        return width;
    }

    static int of(int point) {
        if (point < 0x0300) {
            return 1;
        }
        var type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(point) ? 2 : 1;
    }

    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF && c != 0x303F)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F300 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
    }

    /// `text` with spaces after it up to `width` columns.
    static String left(String text, int width) {
        return text + spaces(width - of(text));
    }

    /// `text` with spaces before it up to `width` columns.
    static String right(String text, int width) {
        return spaces(width - of(text)) + text;
    }

    static String spaces(int count) {
        return count <= 0 ? "" : " ".repeat(count);
    }
}
