package org.evenhand.print;

import java.util.List;
import java.util.TreeMap;
import org.evenhand.core.Basis;
import org.evenhand.core.Figure;
import org.evenhand.core.Interval;
import org.evenhand.core.Sample;
import org.evenhand.core.Source;
import org.evenhand.core.Tier;
import org.evenhand.core.Unit;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;
import org.evenhand.document.Document;
import org.evenhand.document.Provenance;
import org.evenhand.document.Section;
import org.evenhand.document.Text;
import org.evenhand.document.Tree;

/// A document in which every text tries to act on its medium.
final class Hostile {
    /// Markup, quotes, a formula, an escape sequence, a null, a turn of direction, a lone surrogate, line breaks.
    static final String TEXT =
            "=cmd|'/C calc'!A0 <script>alert(\"x\")</script> ]]> --> \u001B[31mred\u0007 \u0000 \u202Eabc"
                    + " \uD800 &amp; <!-- `code` [link](javascript:alert(1)) | * _ \r\n# heading\n\t$x^2$ עברית العربية";

    static final String LONG = "https://example.org/" + "a".repeat(400);

    private Hostile() {}

    static Figure figure() {
        return new Figure(
                -7,
                Unit.NUMBER,
                new Interval.Between(Double.NEGATIVE_INFINITY, 1, 0.9, TEXT),
                new Sample(TEXT, 3, 1, TEXT),
                Basis.UNVERIFIED,
                List.of(TEXT, "b"),
                TEXT);
    }

    static DataTable table() {
        return new DataTable(
                TEXT,
                TEXT,
                List.of(
                        DataTable.Column.of("label", TEXT),
                        DataTable.Column.of("value", TEXT),
                        DataTable.Column.compact("tier", TEXT),
                        DataTable.Column.of("sources", TEXT),
                        DataTable.Column.of("long", "Long")),
                List.of(List.of(
                        Cell.words(TEXT),
                        Cell.number(figure()),
                        new Cell.Placed(Tier.TIER_3, Basis.DERIVED, List.of(TEXT)),
                        Cell.items(List.of(TEXT, "@SUM(1)")),
                        Cell.words(LONG))),
                TEXT);
    }

    static Document document() {
        var tree = new Tree(TEXT, TEXT, TEXT, TEXT, List.of(new Tree(LONG, "", "", "", List.of())));
        var text = Text.build()
                .words(TEXT)
                .figure(figure())
                .cite(List.of(TEXT))
                .words(LONG)
                .done();
        var statement = new Block.Statement(TEXT, TEXT, TEXT, TEXT, List.of(TEXT), false);
        var sources = new TreeMap<String, Source>();
        sources.put(TEXT, new Source(TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, Basis.SOURCED));
        return new Document(
                TEXT,
                TEXT,
                TEXT,
                List.of(new Section(
                        TEXT,
                        TEXT,
                        List.of(
                                new Block.Paragraph(text),
                                new Block.Note(text),
                                new Block.Heading(TEXT),
                                new Block.Bullets(List.of(text)),
                                new Block.ClaimPair(statement, statement),
                                new Block.Tabular(table()),
                                new Block.Chart(
                                        TEXT, TEXT, TEXT, Invented.chart().svg(), table()),
                                new Block.Explanation(TEXT, tree)))),
                sources,
                new Provenance(TEXT, TEXT, TEXT, TEXT));
    }
}
