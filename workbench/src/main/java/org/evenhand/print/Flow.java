package org.evenhand.print;

import java.util.ArrayList;
import java.util.List;

/// Breaks running text into lines at spaces; a word longer than a line is broken where it must be.
final class Flow {
    private final int width;
    private final boolean colour;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private final StringBuilder word = new StringBuilder();
    private int lineWidth;
    private int wordWidth;

    Flow(int width, boolean colour) {
        this.width = Math.max(width, 1);
        this.colour = colour;
    }

    /// Appends words; no space is added before or after.
    Flow add(String text, Ink ink) {
        var start = 0;
        for (var i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ' ') {
                append(text.substring(start, i), ink);
                if (i < text.length()) {
                    endWord();
                }
                start = i + 1;
            }
        }
        return this;
    }

    Flow add(String text) {
        return add(text, Ink.PLAIN);
    }

    private void append(String part, Ink ink) {
        if (part.isEmpty()) {
            return;
        }
        var partWidth = DisplayWidth.of(part);
        if (wordWidth + partWidth <= width) {
            word.append(ink.paint(part, colour));
            wordWidth += partWidth;
            return;
        }
        // Too long for any line: start it on the next one and cut it by code points.
        endWord();
        var from = 0;
        var cut = 0;
        var cutWidth = 0;
        while (cut < part.length()) {
            var point = part.codePointAt(cut);
            var next = DisplayWidth.of(point);
            if (cutWidth + next > width && cut > from) {
                word.append(ink.paint(part.substring(from, cut), colour));
                wordWidth = cutWidth;
                endWord();
                from = cut;
                cutWidth = 0;
            }
            cutWidth += next;
            cut += Character.charCount(point);
        }
        word.append(ink.paint(part.substring(from), colour));
        wordWidth = cutWidth;
    }

    private void endWord() {
        if (wordWidth == 0 && word.isEmpty()) {
            return;
        }
        if (lineWidth > 0 && lineWidth + 1 + wordWidth > width) {
            endLine();
        }
        if (lineWidth > 0) {
            line.append(' ');
            lineWidth++;
        }
        line.append(word);
        lineWidth += wordWidth;
        word.setLength(0);
        wordWidth = 0;
    }

    private void endLine() {
        lines.add(line.toString());
        line.setLength(0);
        lineWidth = 0;
    }

    /// The lines; at least one, perhaps empty.
    List<String> lines() {
        endWord();
        if (lineWidth > 0 || lines.isEmpty()) {
            endLine();
        }
        return lines;
    }

    static List<String> wrap(String text, int width) {
        return new Flow(width, false).add(text).lines();
    }
}
