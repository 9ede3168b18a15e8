package org.evenhand.print;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenhand.core.Basis;
import org.evenhand.core.Figure;
import org.evenhand.core.Interval;
import org.evenhand.core.Sample;
import org.evenhand.core.Source;
import org.evenhand.core.Standing;
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

/// Tiny documents about countries that do not exist.
final class Invented {
    static final String COMMAND = "evenhand account --region XAA,XAB --year 2014";

    static final Provenance PROVENANCE = new Provenance(COMMAND, "Evenhand 0.1.0", "0123456789abcdef", "2026-01-31");

    private Invented() {}

    static Source source(String key, Basis basis) {
        return new Source(
                key,
                "Report " + key,
                "Department of Inventions",
                "2014-06-20",
                "https://example.org/" + key,
                "Public domain",
                "open",
                basis);
    }

    static SortedMap<String, Source> sources(String... keys) {
        var sources = new TreeMap<String, Source>();
        for (var key : keys) {
            sources.put(key, source(key, key.startsWith("derived") ? Basis.DERIVED : Basis.SOURCED));
        }
        return sources;
    }

    static Figure count(double value, Unit unit, Basis basis, String... sources) {
        return Figure.observed(value, unit, Sample.one("record of the office"), basis, List.of(sources), COMMAND);
    }

    static Figure share(double value, double low, double high, String... sources) {
        return new Figure(
                value,
                Unit.SHARE,
                new Interval.Between(low, high, 0.95, "Clopper–Pearson"),
                new Sample("country-years on Tier 3", 9, 2, "extent unknown"),
                Basis.SOURCED,
                List.of(sources),
                COMMAND);
    }

    static Cell placed(String code, Basis basis, String source) {
        return new Cell.Placed(Standing.ofCode(code).orElseThrow(), basis, List.of(source));
    }

    /// Placements over several years, with an empty cell, a special case, and every mark.
    static DataTable matrix() {
        var columns = new ArrayList<DataTable.Column>();
        columns.add(DataTable.Column.of("country", "Country"));
        columns.add(DataTable.Column.machine("iso3"));
        for (var year = 2007; year <= 2014; year++) {
            columns.add(DataTable.Column.compact("y" + year, Integer.toString(year)));
        }
        return new DataTable(
                "matrix",
                "Placements, reports 2007 to 2014",
                columns,
                List.of(
                        matrixRow("Arcadía", "XAA", "2", "2", "2WL", "2WL", "3", "3", "2", "1"),
                        matrixRow("Freedonia", "XAB", "", "SC", "SC", "NR", "2d", "2WLu", "3", "3")),
                "");
    }

    private static List<Cell> matrixRow(String name, String iso3, String... codes) {
        var row = new ArrayList<Cell>();
        row.add(Cell.words(name));
        row.add(Cell.words(iso3));
        for (var i = 0; i < codes.length; i++) {
            var code = codes[i];
            var basis = code.endsWith("d") ? Basis.DERIVED : code.endsWith("u") ? Basis.UNVERIFIED : Basis.SOURCED;
            var bare = basis == Basis.SOURCED ? code : code.substring(0, code.length() - 1);
            row.add(code.isEmpty() ? Cell.absent(Cell.Absence.NOT_RECORDED) : placed(bare, basis, "tip-" + (2007 + i)));
        }
        return row;
    }

    /// Every kind of cell in one table.
    static DataTable everyCell() {
        return new DataTable(
                "placements",
                "Placements in the 2014 report",
                List.of(
                        DataTable.Column.of("country", "Country"),
                        DataTable.Column.of("year", "Report"),
                        DataTable.Column.of("tier", "Tier"),
                        DataTable.Column.of("waived", "Waived"),
                        DataTable.Column.of("certified", "Certified"),
                        DataTable.Column.of("share", "Share restricted"),
                        DataTable.Column.of("sources", "Sources"),
                        DataTable.Column.of("trace", "Trace")),
                List.of(
                        List.of(
                                Cell.words("Arcadía"),
                                Cell.year(2014),
                                placed("1", Basis.SOURCED, "tip-2014"),
                                Cell.flag(false),
                                Cell.number(count(12345, Unit.PEOPLE, Basis.SOURCED, "office-2013")),
                                Cell.number(share(1 / 3.0, 0.0749, 0.7007, "pd-2014")),
                                Cell.items(List.of("tip-2012", "tip-2013", "tip-2014")),
                                new Cell.Reasons(tree())),
                        List.of(
                                Cell.words("Freedonia"),
                                Cell.year(2014),
                                placed("2WL", Basis.UNVERIFIED, "recall"),
                                Cell.flag(true),
                                Cell.number(count(7, Unit.PEOPLE, Basis.DERIVED, "derived-sum")),
                                Cell.absent(Cell.Absence.NOT_APPLICABLE),
                                Cell.items(List.of("recall")),
                                new Cell.Reasons(tree()))),
                "Certified persons by fiscal year.");
    }

    static Tree tree() {
        return new Tree(
                "Tier 3 by the watch-list clock",
                "no",
                "22 U.S.C. 7107(b)(2)(D)(i)",
                "",
                List.of(
                        new Tree("on the watch list, report 2013", "yes", "tip-2013", "", List.of()),
                        new Tree("waiver of the clock", "yes", "", "unverified", List.of())));
    }

    static Text prose() {
        return Text.build()
                .words("In fiscal year 2013 the office certified ")
                .figure(count(406, Unit.PEOPLE, Basis.SOURCED, "office-2013"))
                .words(", and restricted ")
                .figure(share(1 / 3.0, 0.0749, 0.7007, "pd-2014"))
                .words(" of the opportunities; Freedonia was on ")
                .placed(Tier.WATCH_LIST, Basis.UNVERIFIED, List.of("recall"))
                .words(" ")
                .cite(List.of("recall"))
                .words(".")
                .done();
    }

    /// A document with every kind of block.
    static Document document() {
        return new Document(
                "account",
                "An account of two invented countries",
                "Arcadía and Freedonia in the 2014 report",
                List.of(
                        new Section(
                                "what-this-is",
                                "What this is",
                                List.of(
                                        new Block.Paragraph(prose()),
                                        new Block.Note(
                                                Text.of("These countries do not exist; nothing follows from them.")),
                                        new Block.Heading("Two things to know"),
                                        new Block.Bullets(List.of(
                                                Text.of("A special case has no tier."),
                                                Text.of("A blank is unknown, never zero."))))),
                        new Section(
                                "claims",
                                "The claims, both ways",
                                List.of(new Block.ClaimPair(
                                        new Block.Statement(
                                                "c1",
                                                "Allies can never be sanctioned.",
                                                "A columnist",
                                                "2014-07-01",
                                                List.of("press-1"),
                                                false),
                                        new Block.Statement(
                                                "c1-r",
                                                "Some allies were restricted in some years.",
                                                "",
                                                "",
                                                List.of("pd-2014"),
                                                true)))),
                        new Section(
                                "placements",
                                "Placements",
                                List.of(
                                        new Block.Tabular(matrix()),
                                        new Block.Tabular(everyCell()),
                                        chart(),
                                        new Block.Explanation("Why Arcadía was not forced", tree())))),
                sources(
                        "derived-sum",
                        "office-2013",
                        "pd-2014",
                        "press-1",
                        "recall",
                        "tip-2007",
                        "tip-2008",
                        "tip-2009",
                        "tip-2010",
                        "tip-2011",
                        "tip-2012",
                        "tip-2013",
                        "tip-2014"),
                PROVENANCE);
    }

    static Block.Chart chart() {
        return new Block.Chart(
                "certified-chart",
                "Certified persons",
                "Arcadía has many more than Freedonia.",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\" role=\"img\">"
                        + "<title>Certified persons</title><desc>Two bars</desc><rect width=\"9\" height=\"4\"/></svg>",
                new DataTable(
                        "certified-data",
                        "",
                        List.of(
                                DataTable.Column.of("country", "Country"),
                                DataTable.Column.of("certified", "Certified")),
                        List.of(
                                List.of(
                                        Cell.words("Arcadía"),
                                        Cell.number(count(12345, Unit.PEOPLE, Basis.SOURCED, "office-2013"))),
                                List.of(Cell.words("Freedonia"), Cell.absent(Cell.Absence.SUPPRESSED))),
                        ""));
    }
}
