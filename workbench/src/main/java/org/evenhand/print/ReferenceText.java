package org.evenhand.print;

import org.evenhand.core.Basis;
import org.evenhand.core.Source;
import org.evenhand.document.Block;
import org.evenhand.document.Provenance;

/// Sources, holders of claims and provenance in words, the same in every format.
final class ReferenceText {
    private ReferenceText() {}

    /// Title, publisher, date, locator, licence and how facts from it are known.
    static String source(Source source) {
        var out = new StringBuilder(SafeText.line(source.title()));
        append(out, ". ", source.publisher());
        append(out, ", ", source.date());
        append(out, ". ", source.locator());
        append(out, ". Licence: ", source.licence());
        if (source.basis() != Basis.SOURCED) {
            append(out, ". ", capital(CellText.markMeaning(source.basis())));
        }
        return out.charAt(out.length() - 1) == '.'
                ? out.toString()
                : out.append('.').toString();
    }

    private static void append(StringBuilder out, String before, String text) {
        if (text.isBlank()) {
            return;
        }
        var endsWithPoint = !out.isEmpty() && out.charAt(out.length() - 1) == '.';
        out.append(endsWithPoint && before.charAt(0) == '.' ? before.substring(1) : before)
                .append(SafeText.line(text));
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /// Who says it and when, after a dash; or that nobody is quoted.
    static String holder(Block.Statement statement, String dash) {
        if (statement.counterReading()) {
            return dash + " counter-reading, ours; no holder is quoted";
        }
        var date = statement.date().isBlank() ? "" : ", " + SafeText.line(statement.date());
        return dash + ' ' + SafeText.line(statement.holder()) + date;
    }

    /// Program, data and its checksum; what rests on a user's file alone has no date of data.
    static String made(Provenance provenance) {
        var date = SafeText.line(provenance.dataDate());
        return SafeText.line(provenance.program())
                + (date.isBlank() ? "; your file, SHA-256 " : "; data of " + date + ", SHA-256 ")
                + SafeText.line(provenance.dataChecksum());
    }
}
