package org.evenhand.print;

import org.evenhand.document.Text;

/// Running text without any styling.
final class PlainText {
    private PlainText() {}

    /// The text on one line, source keys in square brackets.
    static String of(Text text) {
        var out = new StringBuilder();
        for (var span : text.spans()) {
            switch (span) {
                case Text.Span.Words(var words) -> out.append(SafeText.line(words));
                case Text.Span.Number(var figure) -> out.append(NumberText.prose(figure));
                case Text.Span.Placed placed -> {
                    out.append(placed.standing().label());
                    if (!placed.basis().mark().isEmpty()) {
                        out.append(" (").append(placed.basis().mark()).append(')');
                    }
                }
                case Text.Span.Cited(var keys) ->
                    out.append('[').append(SourceKeys.joined(keys, "–")).append(']');
            }
        }
        return out.toString();
    }
}
