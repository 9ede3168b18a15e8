package org.evenhand.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// The answer for a terminal: plain columns, no colour.
public final class FitText {
    private FitText() {}

    public static String print(FitAnswer answer) {
        var out = new StringBuilder();
        var sample = answer.sample();
        out.append("%s in %s: %s\n".formatted(sample.outcome(), sample.file(), String.join(" < ", sample.levels())));
        out.append("%d of %d rows used\n".formatted(sample.n(), sample.read()));
        for (var d : sample.dropped()) {
            out.append("  left out: %s, %d rows (%s)\n".formatted(d.column(), d.rows(), d.reason()));
        }
        out.append('\n');
        switch (answer) {
            case FitAnswer.NotEstimated not ->
                out.append("No estimate (%s). %s\n".formatted(not.status(), not.explain()));
            case FitAnswer.Estimated estimated -> estimated(out, estimated);
        }
        out.append('\n').append(answer.command()).append('\n');
        return out.toString();
    }

    private static void estimated(StringBuilder out, FitAnswer.Estimated a) {
        out.append("%s link; errors: %s\n".formatted(a.link(), a.errors()));
        out.append(String.format(
                Locale.ROOT,
                "log-likelihood %.6f; %d Newton steps, largest gradient %.1e\n\n",
                a.logLikelihood(),
                a.iterations(),
                a.gradient()));
        boolean odds = a.coefficients().stream().anyMatch(c -> c.odds().isPresent());
        boolean profile = a.coefficients().stream().anyMatch(c -> c.profile().isPresent());
        boolean bootstrap =
                a.coefficients().stream().anyMatch(c -> c.bootstrap().isPresent());
        String percent = java.math.BigDecimal.valueOf(a.level())
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
        var head = new ArrayList<>(List.of("", "estimate", "error", "cluster", "z", "p", percent + " low", "high"));
        if (odds) {
            head.addAll(List.of("odds", "error", "cluster"));
        }
        if (profile) {
            head.addAll(List.of("profile low", "high"));
        }
        if (bootstrap) {
            head.add("bootstrap p");
        }
        var rows = new ArrayList<List<String>>();
        rows.add(head);
        for (var c : a.coefficients()) {
            rows.add(row(c, odds, profile, bootstrap));
        }
        for (var c : a.thresholds()) {
            rows.add(row(c, odds, profile, bootstrap));
        }
        table(out, rows);
        a.random()
                .ifPresent(r -> out.append(String.format(
                        Locale.ROOT,
                        "\nRandom intercepts by %s: %d groups, standard deviation %.4f, intraclass correlation %.4f;"
                                + " log-likelihood without them %.6f\n",
                        r.group(),
                        r.groups(),
                        r.deviation(),
                        r.correlation(),
                        r.pooledLogLikelihood())));
        if (!a.effects().isEmpty()) {
            effects(out, a, percent);
        }
        if (!a.tests().isEmpty()) {
            tests(out, a);
        }
        for (var note : a.notes()) {
            out.append("\nNote: ").append(note).append('\n');
        }
    }

    private static void effects(StringBuilder out, FitAnswer.Estimated a, String percent) {
        out.append("\nAverage effects\n");
        var effects = new ArrayList<List<String>>();
        effects.add(List.of("", "change", "on", "effect", "error", percent + " low", "high"));
        for (var e : a.effects()) {
            effects.add(List.of(
                    e.term(), e.change(), e.target(), text(e.value()), text(e.se()), text(e.low()), text(e.high())));
        }
        table(out, effects);
    }

    private static void tests(StringBuilder out, FitAnswer.Estimated a) {
        out.append('\n');
        var tests = new ArrayList<List<String>>();
        tests.add(List.of("test", "chi-squared", "df", "p"));
        for (var t : a.tests()) {
            tests.add(List.of(t.name(), text(t.statistic()), Integer.toString(t.degrees()), text(t.p())));
        }
        table(out, tests);
    }

    private static List<String> row(FitAnswer.Coefficient c, boolean odds, boolean profile, boolean bootstrap) {
        var cells = new ArrayList<>(List.of(
                c.name(),
                text(c.estimate()),
                text(c.se()),
                text(c.seCluster()),
                text(c.z()),
                text(c.p()),
                text(c.low()),
                text(c.high())));
        if (odds) {
            cells.add(c.odds().map(o -> text(o.ratio())).orElse(""));
            cells.add(c.odds().map(o -> text(o.se())).orElse(""));
            cells.add(c.odds().map(o -> text(o.seCluster())).orElse(""));
        }
        if (profile) {
            cells.add(c.profile().map(r -> text(r.low())).orElse(""));
            cells.add(c.profile().map(r -> text(r.high())).orElse(""));
        }
        if (bootstrap) {
            cells.add(text(c.bootstrap()));
        }
        return cells;
    }

    private static String text(OptionalDouble value) {
        return value.isPresent() ? text(value.getAsDouble()) : "";
    }

    private static String text(double value) {
        double size = Math.abs(value);
        return size == 0 || (size >= 1e-4 && size < 1e6)
                ? String.format(Locale.ROOT, "%.4f", value)
                : String.format(Locale.ROOT, "%.3e", value);
    }

    /// First column to the left, the others to the right, two spaces between.
    private static void table(StringBuilder out, List<List<String>> rows) {
        int columns = rows.getFirst().size();
        var widths = new int[columns];
        for (var row : rows) {
            for (int j = 0; j < columns; j++) {
                widths[j] = Math.max(widths[j], row.get(j).length());
            }
        }
        for (var row : rows) {
            var line = new StringBuilder();
            for (int j = 0; j < columns; j++) {
                String pad = " ".repeat(widths[j] - row.get(j).length());
                line.append(j == 0 ? row.get(j) + pad : "  " + pad + row.get(j));
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
    }
}
