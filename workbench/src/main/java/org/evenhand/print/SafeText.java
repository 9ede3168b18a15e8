package org.evenhand.print;

/// Text that cannot act on the medium it is printed on.
final class SafeText {
    private static final char REPLACEMENT = '\uFFFD';

    private SafeText() {}

    /// One line: line breaks and tabs become spaces; other control characters, marks that turn the direction of
    /// reading, lone surrogates and characters that XML forbids become U+FFFD. Letters of any script stay.
    static String line(String text) {
        var length = text.length();
        for (var i = 0; i < length; i++) {
            var c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return cleaned(text, i);
            }
        }
        return text;
    }

    private static String cleaned(String text, int from) {
        var out = new StringBuilder(text.length());
        out.append(text, 0, from);
        var i = from;
        while (i < text.length()) {
            var c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\n' || c == '\r' || c == '\t') {
                out.append(' ');
            } else if (isUnsafe(c)) {
                out.append(REPLACEMENT);
            } else {
                out.appendCodePoint(c);
            }
        }
        return out.toString();
    }

    private static boolean isUnsafe(int c) {
        return c < ' '
                || (c >= 0x7F && c <= 0x9F)
                || c == 0x061C
                || c == 0x200B
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x2028 && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x206F)
                || c == 0xFEFF
                || (c >= 0xD800 && c <= 0xDFFF)
                || (c & 0xFFFE) == 0xFFFE
                || (c >= 0xE0000 && c <= 0xE0FFF);
    }
}
