package org.evenhand.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.core.Basis;
import org.evenhand.core.Figure;
import org.evenhand.core.Interval;
import org.evenhand.core.Sample;
import org.evenhand.core.Source;
import org.evenhand.core.Unit;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.Cell.Absence;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Document;
import org.evenhand.document.Provenance;
import org.evenhand.document.Section;
import org.evenhand.document.Text;
import org.evenhand.statistics.ordinal.Fit;

/// The answer for people: rows used, coefficients, average effects, tests; or why there is no estimate.
public final class FitDocument {
    /// Key of the source of a user's own file.
    public static final String OWN_FILE = "data_file";

    private final FitAnswer answer;
    private final List<String> sources;

    private FitDocument(FitAnswer answer, List<String> sources) {
        this.answer = answer;
        this.sources = sources;
    }

    /// @param sources what the rows rest on, at least one
    public static Document of(FitAnswer answer, Map<String, Source> sources, Provenance provenance) {
        var build = new FitDocument(answer, List.copyOf(new TreeSet<>(sources.keySet())));
        var sample = answer.sample();
        var sections = new ArrayList<Section>();
        switch (answer) {
            case FitAnswer.Estimated estimated -> build.estimated(estimated, sections);
            case FitAnswer.NotEstimated not -> build.notEstimated(not, sections);
        }
        sections.add(new Section("rows", "Rows", build.rows()));
        return new Document(
                "fit",
                "Regression of %s, %s".formatted(sample.outcome(), sample.file()),
                "Levels, lowest first: " + String.join(" < ", sample.levels()),
                sections,
                new TreeMap<>(sources),
                provenance);
    }

    /// The table that is the answer as CSV.
    ///
    /// @param sources keys of what the rows rest on
    public static DataTable table(FitAnswer answer, Map<String, Source> sources) {
        var build = new FitDocument(answer, List.copyOf(new TreeSet<>(sources.keySet())));
        return switch (answer) {
            case FitAnswer.Estimated estimated -> build.coefficients(estimated);
            case FitAnswer.NotEstimated not -> build.reason(not);
        };
    }

    /// How a user's own file is cited: by its name, since where it lies is the user's own affair.
    public static Source ownFile(String name) {
        return new Source(
                OWN_FILE, "table " + name, "the user", "", name, "the user's own file", "unstated", Basis.SOURCED);
    }

    private void estimated(FitAnswer.Estimated a, List<Section> sections) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Paragraph(Text.build()
                .words("Link %s; errors: %s. Log-likelihood ".formatted(a.link(), a.errors()))
                .figure(figure(a.logLikelihood(), Unit.NUMBER))
                .words(" after ")
                .figure(figure(a.iterations(), Unit.COUNT))
                .words(" Newton steps; largest gradient ")
                .figure(figure(a.gradient(), Unit.NUMBER))
                .words(".")
                .done()));
        a.random()
                .ifPresent(r -> blocks.add(new Block.Paragraph(Text.build()
                        .words("Random intercepts by " + r.group() + ": ")
                        .figure(figure(r.groups(), Unit.COUNT))
                        .words(" groups, standard deviation ")
                        .figure(figure(r.deviation(), Unit.NUMBER))
                        .words(", intraclass correlation ")
                        .figure(figure(r.correlation(), Unit.SHARE))
                        .words("; log-likelihood without them ")
                        .figure(figure(r.pooledLogLikelihood(), Unit.NUMBER))
                        .words(".")
                        .done())));
        blocks.add(new Block.Tabular(coefficients(a)));
        a.notes().forEach(note -> blocks.add(new Block.Note(Text.of(note))));
        sections.add(new Section("model", "The model", blocks));
        if (!a.effects().isEmpty()) {
            sections.add(new Section("effects", "Average effects", List.of(new Block.Tabular(effects(a)))));
        }
        if (!a.tests().isEmpty()) {
            sections.add(new Section("tests", "Tests", List.of(new Block.Tabular(tests(a)))));
        }
    }

    private void notEstimated(FitAnswer.NotEstimated not, List<Section> sections) {
        sections.add(new Section(
                "no-estimate",
                "No estimate",
                List.of(
                        new Block.Note(Text.of(
                                "No estimate (%s). %s".formatted(not.status().replace('_', ' '), not.explain()))),
                        new Block.Tabular(reason(not)))));
    }

    private DataTable reason(FitAnswer.NotEstimated not) {
        var named = not.outcome().map(FitDocument::named).orElse(List.of());
        var rows = new ArrayList<List<Cell>>();
        for (var name : named.isEmpty() ? List.of("") : named) {
            rows.add(List.of(Cell.words(not.status()), Cell.words(name), Cell.words(not.explain())));
        }
        return new DataTable(
                "no-estimate",
                "Why there is no estimate",
                List.of(
                        Column.of("status", "Status"),
                        Column.of("column", "Column or level"),
                        Column.machine("explanation")),
                rows,
                "");
    }

    private static List<String> named(Fit outcome) {
        return switch (outcome) {
            case Fit.Separated separated -> separated.columns();
            case Fit.NotIdentified not -> not.columns();
            case Fit.EmptyCategory empty -> empty.levels();
            case Fit.InvalidInput bad -> List.of(bad.column());
            case Fit.NotConverged _, Fit.TooFewRows _, Fit.Ok _ -> List.of();
        };
    }

    private List<Block> rows() {
        var sample = answer.sample();
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Paragraph(Text.build()
                .figure(figure(sample.n(), Unit.COUNT))
                .words(" of ")
                .figure(figure(sample.read(), Unit.COUNT))
                .words(" rows are used.")
                .done()));
        if (!sample.dropped().isEmpty()) {
            var rows = new ArrayList<List<Cell>>();
            for (var d : sample.dropped()) {
                rows.add(List.of(Cell.words(d.column()), number(d.rows(), Unit.COUNT), Cell.words(d.reason())));
            }
            blocks.add(new Block.Tabular(new DataTable(
                    "left-out",
                    "Rows left out",
                    List.of(
                            Column.of("column", "Term or column"),
                            Column.of("rows", "Rows"),
                            Column.of("reason", "Reason")),
                    rows,
                    "A row may stand under several reasons.")));
        }
        return blocks;
    }

    private DataTable coefficients(FitAnswer.Estimated a) {
        boolean clustered =
                a.coefficients().stream().anyMatch(c -> c.seCluster().isPresent())
                        || a.thresholds().stream().anyMatch(c -> c.seCluster().isPresent());
        boolean odds = a.coefficients().stream().anyMatch(c -> c.odds().isPresent());
        boolean profile = a.coefficients().stream().anyMatch(c -> c.profile().isPresent());
        boolean bootstrap =
                a.coefficients().stream().anyMatch(c -> c.bootstrap().isPresent());
        var columns = new ArrayList<Column>(List.of(
                Column.of("name", "Term or threshold"),
                Column.machine("kind"),
                Column.of("estimate", "Estimate"),
                Column.of("se", "Error")));
        if (clustered) {
            columns.add(Column.of("se_cluster", "Error by cluster"));
        }
        columns.addAll(List.of(Column.machine("z"), Column.of("p", "p")));
        if (odds) {
            columns.addAll(List.of(
                    Column.of("odds_ratio", "Odds ratio"),
                    Column.machine("odds_ratio_se"),
                    Column.machine("odds_ratio_se_cluster")));
        }
        if (profile) {
            columns.addAll(List.of(Column.of("profile_low", "Profile low"), Column.of("profile_high", "Profile high")));
        }
        if (bootstrap) {
            columns.add(Column.of("p_bootstrap", "Bootstrap p"));
        }
        var rows = new ArrayList<List<Cell>>();
        for (var c : a.coefficients()) {
            rows.add(row(a, c, "slope", clustered, odds, profile, bootstrap));
        }
        for (var c : a.thresholds()) {
            rows.add(row(a, c, "threshold", clustered, odds, profile, bootstrap));
        }
        var levels = a.sample().levels();
        return new DataTable(
                "coefficients",
                "Slopes and thresholds",
                columns,
                rows,
                "A positive slope makes higher levels more likely. %s|%s is the threshold between these levels. Intervals and p"
                                .formatted(levels.get(0), levels.get(1))
                        + " use the error %s.".formatted(clustered ? "by cluster" : "of the model"));
    }

    private List<Cell> row(
            FitAnswer.Estimated a,
            FitAnswer.Coefficient c,
            String kind,
            boolean clustered,
            boolean odds,
            boolean profile,
            boolean bootstrap) {
        var cells = new ArrayList<Cell>(List.of(
                Cell.words(c.name()),
                Cell.words(kind),
                between(a, c.estimate(), c.low(), c.high(), method(a)),
                number(c.se(), Unit.NUMBER)));
        if (clustered) {
            cells.add(number(c.seCluster(), Unit.NUMBER));
        }
        cells.add(number(c.z(), Unit.NUMBER));
        cells.add(number(c.p(), Unit.PROBABILITY));
        if (odds) {
            cells.add(c.odds()
                    .map(o -> between(a, o.ratio(), o.low(), o.high(), method(a)))
                    .orElseGet(FitDocument::none));
            cells.add(c.odds().map(o -> number(o.se(), Unit.NUMBER)).orElseGet(FitDocument::none));
            cells.add(c.odds().map(o -> number(o.seCluster(), Unit.NUMBER)).orElseGet(FitDocument::none));
        }
        if (profile) {
            cells.add(c.profile().map(r -> number(r.low(), Unit.NUMBER)).orElseGet(FitDocument::none));
            cells.add(c.profile().map(r -> number(r.high(), Unit.NUMBER)).orElseGet(FitDocument::none));
        }
        if (bootstrap) {
            cells.add(number(c.bootstrap(), Unit.PROBABILITY));
        }
        return cells;
    }

    private DataTable effects(FitAnswer.Estimated a) {
        var rows = new ArrayList<List<Cell>>();
        for (var e : a.effects()) {
            rows.add(List.of(
                    Cell.words(e.term()),
                    Cell.words(e.change()),
                    Cell.words(e.target()),
                    between(a, e.value(), OptionalDouble.of(e.low()), OptionalDouble.of(e.high()), "delta method"),
                    number(e.se(), Unit.NUMBER)));
        }
        return new DataTable(
                "effects",
                "Average effects over the rows used",
                List.of(
                        Column.of("term", "Term"),
                        Column.of("change", "Change"),
                        Column.of("target", "On"),
                        Column.of("effect", "Effect"),
                        Column.of("se", "Error")),
                rows,
                "Delta method, with the errors in use. P(A or higher) is a probability; interactions follow their terms.");
    }

    private DataTable tests(FitAnswer.Estimated a) {
        var rows = new ArrayList<List<Cell>>();
        for (var t : a.tests()) {
            rows.add(List.of(
                    Cell.words(t.name()),
                    number(t.statistic(), Unit.NUMBER),
                    number(t.degrees(), Unit.COUNT),
                    number(t.p(), Unit.PROBABILITY)));
        }
        return new DataTable(
                "tests",
                "Tests beside the fit",
                List.of(
                        Column.of("test", "Test"),
                        Column.of("statistic", "Chi-squared"),
                        Column.of("df", "Degrees of freedom"),
                        Column.of("p", "p")),
                rows,
                "");
    }

    /// Which error the intervals use, in a few words; how it is computed stands above the table.
    private static String method(FitAnswer.Estimated a) {
        int brackets = a.errors().indexOf(" (");
        return brackets < 0 ? a.errors() : a.errors().substring(0, brackets);
    }

    private Cell between(FitAnswer.Estimated a, double value, OptionalDouble low, OptionalDouble high, String method) {
        if (!Double.isFinite(value)) {
            return none();
        }
        var interval = low.isPresent() && high.isPresent() && low.getAsDouble() <= high.getAsDouble()
                ? new Interval.Between(low.getAsDouble(), high.getAsDouble(), a.level(), method)
                : Interval.NOT_STATED;
        return Cell.number(
                new Figure(value, Unit.NUMBER, interval, sample(), Basis.DERIVED, sources, answer.command()));
    }

    private Cell number(OptionalDouble value, Unit unit) {
        return value.isPresent() ? number(value.getAsDouble(), unit) : none();
    }

    private Cell number(double value, Unit unit) {
        return Double.isFinite(value) ? Cell.number(figure(value, unit)) : none();
    }

    private static Cell none() {
        return Cell.absent(Absence.NOT_APPLICABLE);
    }

    private Figure figure(double value, Unit unit) {
        return Figure.observed(value, unit, sample(), Basis.DERIVED, sources, answer.command());
    }

    private Sample sample() {
        var sample = answer.sample();
        int out = sample.read() - sample.n();
        return new Sample(
                "rows of " + sample.file(),
                sample.n(),
                out,
                out == 0 ? "" : "another level of the outcome, or a missing value");
    }
}
