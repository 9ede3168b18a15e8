package org.evenhand.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.evenhand.chart.BarChart;
import org.evenhand.chart.IntervalChart;
import org.evenhand.chart.Mark;
import org.evenhand.chart.Scale;
import org.evenhand.chart.TierMatrix;
import org.evenhand.chart.TierTimeline;
import org.evenhand.core.Basis;
import org.evenhand.core.Figure;
import org.evenhand.core.Interval;
import org.evenhand.core.Sample;
import org.evenhand.core.Source;
import org.evenhand.core.Standing;
import org.evenhand.core.Unit;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;
import org.evenhand.document.Document;
import org.evenhand.document.Section;
import org.evenhand.document.Text;

/// An invented account about as long as a real one, to look at pages and to check what must hold for every page.
final class Realistic {
    private static final List<String> COUNTRIES = List.of(
            "Arcadía",
            "Belmonte",
            "Costaguana",
            "Dominica del Sur",
            "Esperanza and the Outer Islands",
            "Freedonia",
            "Guadalmina",
            "Honduragua",
            "Isla Nublada",
            "Jocotán",
            "Karibia",
            "Libertad",
            "Maracandá",
            "Nueva Alcarria",
            "Orsinia",
            "Parador",
            "Quiquendone",
            "San Lorenzo",
            "Tecala",
            "Val Verde");
    private static final List<String> CODES = List.of("1", "2", "2", "2", "2WL", "2WL", "3", "SC");
    private static final int FIRST = 2001;
    private static final int LAST = 2025;

    private Realistic() {}

    static Document account() {
        var random = new SplittableRandom(20141124);
        var standings = standings(random);
        var sections = List.of(
                new Section(
                        "what",
                        "What this is, and what it cannot say",
                        List.of(
                                new Block.Paragraph(Text.build()
                                        .words("This account covers ")
                                        .figure(count(20, Unit.COUNTRIES, "countries"))
                                        .words(" in one report year, and the record of ")
                                        .figure(count(487, Unit.COUNTRY_YEARS, keys(FIRST, LAST)))
                                        .words(
                                                " since the first report. It reports what was placed, what the law then required, and "
                                                        + "what followed; it does not say why, and it identifies nobody.")
                                        .done()),
                                new Block.Note(Text.of(
                                        "Everything here is invented. No number describes a country that exists.")))),
                new Section(
                        "claims",
                        "The claims, both ways",
                        List.of(
                                new Block.ClaimPair(
                                        new Block.Statement(
                                                "c1",
                                                "Allies in the region can never be sanctioned: when the deadline comes, interests of state prevail over what the law asks for.",
                                                "A columnist",
                                                "2014-07-01",
                                                List.of("press-1"),
                                                false),
                                        new Block.Statement(
                                                "c1r",
                                                "Two allies were restricted in full in three of the years on record, and no waiver was issued for them.",
                                                "",
                                                "",
                                                List.of("pd-2014"),
                                                true)),
                                new Block.ClaimPair(
                                        new Block.Statement(
                                                "c2",
                                                "The rankings are sound and spur reform.",
                                                "A former official",
                                                "2015-03",
                                                List.of("press-2"),
                                                false),
                                        new Block.Statement(
                                                "c2r",
                                                "Reform by threat does not last.",
                                                "A scholar",
                                                "2016",
                                                List.of("press-1", "press-2"),
                                                false)))),
                new Section(
                        "victims",
                        "Victims",
                        List.of(
                                new Block.Paragraph(Text.build()
                                        .words("In fiscal year 2013 the office certified ")
                                        .figure(count(406, Unit.PEOPLE, "office-2013"))
                                        .words(" (adults) and ")
                                        .figure(count(114, Unit.PEOPLE, "office-2013"))
                                        .words(" (children) from abroad.")
                                        .done()),
                                new Block.Chart(
                                        "estimates",
                                        "Published estimates of scale, side by side",
                                        "The estimates differ by two orders of magnitude; they measure different things and are never averaged.",
                                        estimates(),
                                        estimatesTable()),
                                new Block.Chart(
                                        "certified",
                                        "Certified persons by country of origin",
                                        "Honduragua and Guadalmina have the most.",
                                        bars(),
                                        barsTable()))),
                new Section(
                        "placements",
                        "Placements",
                        List.of(
                                new Block.Tabular(placements(random, standings)),
                                new Block.Chart(
                                        "matrix",
                                        "Placements, reports 2001 to 2025",
                                        "Most countries stay on one tier for several years.",
                                        matrix(standings),
                                        matrixTable(standings)))),
                new Section(
                        "law",
                        "What the law then required",
                        List.of(
                                new Block.Bullets(List.of(
                                        Text.build()
                                                .words("Freedonia had been on the watch list for ")
                                                .figure(count(2, Unit.YEARS, keys(2012, 2013)))
                                                .words("; the limit had been reached.")
                                                .done(),
                                        Text.of("Costaguana was waived once, and once more the year after."))),
                                new Block.Explanation(
                                        "Why Freedonia could not stay on the watch list", Invented.tree()),
                                new Block.Chart(
                                        "freedonia",
                                        "Freedonia, 2001 to 2025",
                                        "It rose and fell.",
                                        timeline(standings.get(5)),
                                        matrixTable(List.of(standings.get(5)))))),
                new Section("interests", "Interests", List.of(new Block.Tabular(interests(random)))),
                new Section(
                        "record",
                        "What the record shows so far on each claim",
                        List.of(
                                new Block.Chart(
                                        "shares",
                                        "Share of Tier 3 country-years that ended in restrictions",
                                        "The intervals overlap.",
                                        shares(),
                                        sharesTable()),
                                new Block.Paragraph(Text.of("On the third claim: not tested here.")))));
        return new Document(
                "account",
                "A balanced account of an invented region in the 2014 report",
                "Twenty invented countries; reports 2001 to 2025",
                sections,
                sources(),
                Invented.PROVENANCE);
    }

    private static TreeMap<String, Source> sources() {
        var sources = new TreeMap<String, Source>();
        for (var year = FIRST; year <= LAST; year++) {
            sources.put("tip-" + year, Invented.source("tip-" + year, Basis.SOURCED));
        }
        for (var key : List.of(
                "countries", "office-2013", "pd-2014", "press-1", "press-2", "trade-2013", "recall", "derived-sum")) {
            sources.put(key, Invented.source(key, key.equals("derived-sum") ? Basis.DERIVED : Basis.SOURCED));
        }
        return sources;
    }

    private static String[] keys(int first, int last) {
        var keys = new String[last - first + 1];
        for (var i = 0; i < keys.length; i++) {
            keys[i] = "tip-" + (first + i);
        }
        return keys;
    }

    private static Figure count(double value, Unit unit, String... sources) {
        return Invented.count(value, unit, Basis.SOURCED, sources);
    }

    private static List<List<String>> standings(SplittableRandom random) {
        var all = new ArrayList<List<String>>();
        for (var c = 0; c < COUNTRIES.size(); c++) {
            var codes = new ArrayList<String>();
            var code = "2";
            for (var year = FIRST; year <= LAST; year++) {
                if (random.nextInt(3) == 0) {
                    code = CODES.get(random.nextInt(CODES.size()));
                }
                var missing = year < FIRST + random.nextInt(4);
                codes.add(missing ? "" : code + (random.nextInt(12) == 0 ? " u" : random.nextInt(14) == 0 ? " d" : ""));
            }
            all.add(codes);
        }
        return all;
    }

    private static Basis basis(String code) {
        return code.endsWith(" u") ? Basis.UNVERIFIED : code.endsWith(" d") ? Basis.DERIVED : Basis.SOURCED;
    }

    private static Standing standing(String code) {
        return Standing.ofCode(code.split(" ", -1)[0]).orElseThrow();
    }

    private static Mark mark(String code) {
        return code.isEmpty() ? Mark.NO_DATA : Mark.of(standing(code), basis(code));
    }

    private static Cell cell(String code, int year) {
        return code.isEmpty()
                ? Cell.absent(Cell.Absence.NOT_RECORDED)
                : new Cell.Placed(standing(code), basis(code), List.of("tip-" + year));
    }

    private static String matrix(List<List<String>> standings) {
        var years = new ArrayList<Integer>();
        for (var year = FIRST; year <= LAST; year++) {
            years.add(year);
        }
        var rows = new ArrayList<TierMatrix.Row>();
        for (var c = 0; c < standings.size(); c++) {
            rows.add(new TierMatrix.Row(
                    COUNTRIES.get(c),
                    standings.get(c).stream().map(Realistic::mark).toList()));
        }
        return TierMatrix.svg(
                "matrix", "Placements, reports 2001 to 2025", "Most countries stay on one tier.", years, rows);
    }

    private static DataTable matrixTable(List<List<String>> standings) {
        var columns = new ArrayList<DataTable.Column>();
        columns.add(DataTable.Column.of("country", "Country"));
        for (var year = FIRST; year <= LAST; year++) {
            columns.add(DataTable.Column.compact("y" + year, Integer.toString(year)));
        }
        var rows = new ArrayList<List<Cell>>();
        for (var c = 0; c < standings.size(); c++) {
            var row = new ArrayList<Cell>();
            row.add(Cell.words(COUNTRIES.get(c)));
            for (var i = 0; i < standings.get(c).size(); i++) {
                row.add(cell(standings.get(c).get(i), FIRST + i));
            }
            rows.add(row);
        }
        return new DataTable("matrix", "Placements by country and report year", columns, rows, "");
    }

    private static String timeline(List<String> codes) {
        var years = new ArrayList<TierTimeline.Year>();
        for (var i = 0; i < codes.size(); i++) {
            var event = codes.get(i).startsWith("3") ? (i % 2 == 0 ? "full waiver" : "restricted, extent unknown") : "";
            years.add(new TierTimeline.Year(FIRST + i, mark(codes.get(i)), event));
        }
        return TierTimeline.svg("freedonia", "Freedonia, 2001 to 2025", "It rose and fell.", years);
    }

    private static DataTable placements(SplittableRandom random, List<List<String>> standings) {
        var rows = new ArrayList<List<Cell>>();
        for (var c = 0; c < standings.size(); c++) {
            var codes = standings.get(c);
            var before = codes.get(12);
            rows.add(List.of(
                    Cell.words(COUNTRIES.get(c)),
                    cell(before, 2013),
                    cell(codes.get(13), 2014),
                    Cell.words(before.equals(codes.get(13)) ? "same" : "moved"),
                    Cell.number(count(random.nextInt(4), Unit.YEARS, keys(2010, 2014)))));
        }
        return new DataTable(
                "placements",
                "Placements in the 2014 report",
                List.of(
                        DataTable.Column.of("country", "Country"),
                        DataTable.Column.of("tier_2013", "2013"),
                        DataTable.Column.of("tier_2014", "2014"),
                        DataTable.Column.of("move", "Move"),
                        DataTable.Column.of("years_watch", "Years on the watch list")),
                rows,
                "");
    }

    private static DataTable interests(SplittableRandom random) {
        var titles = List.of(
                "Democracy index",
                "Exports to the United States",
                "Assistance",
                "Coca cultivation",
                "Encounters at the border",
                "Troops hosted",
                "Coups since 1990",
                "Votes with the United States");
        var columns = new ArrayList<DataTable.Column>();
        columns.add(DataTable.Column.of("country", "Country"));
        for (var i = 0; i < titles.size(); i++) {
            columns.add(DataTable.Column.of("m" + i, titles.get(i)));
        }
        var units = List.of(
                Unit.INDEX,
                Unit.USD_CURRENT,
                Unit.USD_CONSTANT_2024,
                Unit.COUNT,
                Unit.PEOPLE,
                Unit.PEOPLE,
                Unit.COUNT,
                Unit.SHARE);
        var rows = new ArrayList<List<Cell>>();
        for (var country : COUNTRIES) {
            var row = new ArrayList<Cell>();
            row.add(Cell.words(country));
            for (var i = 0; i < titles.size(); i++) {
                var size = Math.pow(10, i == 0 || i == 7 ? 0 : i == 1 ? 10 : 2 + random.nextInt(4));
                var value = i == 0 || i == 7 ? random.nextDouble() : Math.rint(random.nextDouble() * size);
                row.add(
                        random.nextInt(7) == 0
                                ? Cell.absent(i == 3 ? Cell.Absence.NOT_MEASURED : Cell.Absence.NOT_RECORDED)
                                : Cell.number(Figure.observed(
                                        value,
                                        units.get(i),
                                        new Sample(titles.get(i) + ", 2013", 1, 0, ""),
                                        i == 6 ? Basis.DERIVED : Basis.SOURCED,
                                        List.of("trade-2013"),
                                        Invented.COMMAND)));
            }
            rows.add(row);
        }
        return new DataTable(
                "interests",
                "Six interests, latest year before the report",
                columns,
                rows,
                "Blank in the source is unknown, never zero.");
    }

    private static Figure estimate(double value, double low, double high) {
        return new Figure(
                value,
                Unit.PEOPLE,
                new Interval.Between(low, high, Double.NaN, ""),
                Sample.one("published estimate"),
                Basis.SOURCED,
                List.of("press-1"),
                Invented.COMMAND);
    }

    private static final Figure GLOBAL = estimate(20.9e6, 19.5e6, 22.3e6);
    private static final Figure INDEX = new Figure(
            29.8e6,
            Unit.PEOPLE,
            Interval.NOT_STATED,
            Sample.one("published index"),
            Basis.SOURCED,
            List.of("press-2"),
            Invented.COMMAND);
    private static final Figure REGIONAL = estimate(1.8e6, 1.5e6, 2.1e6);

    private static String estimates() {
        return IntervalChart.svg(
                "estimates",
                "Published estimates of scale",
                "Three estimates.",
                "people, logarithmic scale",
                Scale.LOGARITHMIC,
                List.of(
                        IntervalChart.Dot.of("Office of Inventions 2012, forced labour, world", GLOBAL),
                        new IntervalChart.Dot(
                                "Index 2013, modern slavery, world (superseded by a later edition)", INDEX, true),
                        IntervalChart.Dot.of("Office of Inventions 2012, forced labour, region", REGIONAL)));
    }

    private static DataTable estimatesTable() {
        return new DataTable(
                "estimates",
                "",
                List.of(
                        DataTable.Column.of("estimate", "Estimate"),
                        DataTable.Column.of("people", "People"),
                        DataTable.Column.of("status", "Status")),
                List.of(
                        List.of(
                                Cell.words("Office of Inventions 2012, forced labour, world"),
                                Cell.number(GLOBAL),
                                Cell.words("current")),
                        List.of(
                                Cell.words("Index 2013, modern slavery, world"),
                                Cell.number(INDEX),
                                Cell.words("superseded")),
                        List.of(
                                Cell.words("Office of Inventions 2012, forced labour, region"),
                                Cell.number(REGIONAL),
                                Cell.words("current"))),
                "");
    }

    private static final List<Optional<Figure>> HONDURAGUA = List.of(
            Optional.of(count(98, Unit.PEOPLE, "office-2013")), Optional.of(count(41, Unit.PEOPLE, "office-2013")));
    private static final List<Optional<Figure>> GUADALMINA =
            List.of(Optional.of(count(76, Unit.PEOPLE, "office-2013")), Optional.empty());

    private static String bars() {
        return BarChart.svg(
                "certified",
                "Certified persons",
                "Two countries.",
                "people, fiscal year 2013",
                List.of("adults", "children"),
                List.of(new BarChart.Group("Honduragua", HONDURAGUA), new BarChart.Group("Guadalmina", GUADALMINA)));
    }

    private static DataTable barsTable() {
        return new DataTable(
                "certified",
                "",
                List.of(
                        DataTable.Column.of("country", "Country"),
                        DataTable.Column.of("adults", "Adults"),
                        DataTable.Column.of("children", "Children")),
                List.of(
                        List.of(
                                Cell.words("Honduragua"),
                                Cell.number(HONDURAGUA.get(0).orElseThrow()),
                                Cell.number(HONDURAGUA.get(1).orElseThrow())),
                        List.of(
                                Cell.words("Guadalmina"),
                                Cell.number(GUADALMINA.get(0).orElseThrow()),
                                Cell.absent(Cell.Absence.SUPPRESSED))),
                "");
    }

    private static final Figure ALLIES = Invented.share(2 / 9.0, 0.0281, 0.6001, keys(FIRST, LAST));
    private static final Figure OTHERS = Invented.share(14 / 31.0, 0.2732, 0.6397, keys(FIRST, LAST));

    private static String shares() {
        return IntervalChart.svg(
                "shares",
                "Share restricted",
                "Two shares.",
                "share of Tier 3 country-years",
                Scale.UNIT,
                List.of(IntervalChart.Dot.of("Allies", ALLIES), IntervalChart.Dot.of("Others", OTHERS)));
    }

    private static DataTable sharesTable() {
        return new DataTable(
                "shares",
                "",
                List.of(DataTable.Column.of("group", "Group"), DataTable.Column.of("share", "Share restricted")),
                List.of(
                        List.of(Cell.words("Allies"), Cell.number(ALLIES)),
                        List.of(Cell.words("Others"), Cell.number(OTHERS))),
                "");
    }
}
