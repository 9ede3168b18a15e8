package org.evenhand.statistics.capture;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.evenhand.statistics.tasks.Executor;
import org.junit.jupiter.api.Test;

/// Bootstrap replicates a second of processor time, beside R's SparseMSE in the same run on the same tables:
/// see `docs/benchmarks-prevalence.md` for the command and the figures. Not part of the build; it needs R with
/// lpSolve and the file `R/routines.R` of SparseMSE, named by `-Dsparsemse=FILE`.
class SpeedBesideSparseMse {
    private static final int REPLICATES = Integer.getInteger("replicates", 100);

    @Test
    void compare() throws IOException, InterruptedException {
        var out = new StringBuilder("| table | rule | replicates | SparseMSE, s | Evenhand, s | ratio per core |\n");
        out.append("| --- | --- | --- | --- | --- | --- |\n");
        compare(out, "United Kingdom, five lists", Tables.unitedKingdomFiveLists());
        compare(out, "United Kingdom, six lists", Tables.unitedKingdom());
        compare(out, "Netherlands, five lists", Tables.netherlandsFiveLists());
        out.append('\n').append("| table | rule | replicates | Evenhand, s |\n| --- | --- | --- | --- |\n");
        alone(out, "United Kingdom, five lists", Tables.unitedKingdomFiveLists(), Selection.bic(5, 2), 1000);
        alone(out, "United Kingdom, five lists", Tables.unitedKingdomFiveLists(), Selection.bic(5, 3), 1000);
        alone(out, "United Kingdom, six lists", Tables.unitedKingdom(), Selection.bic(6, 2), 1000);
        alone(out, "New Orleans, eight lists", Tables.newOrleans(), Selection.stepwise(), 1000);
        alone(out, "New Orleans, eight lists", Tables.newOrleans(), Selection.bic(8, 2), 1000);
        System.out.println(out);
        Files.writeString(Path.of("target", "benchmarks-prevalence.md"), out);
    }

    private static void compare(StringBuilder out, String name, CaptureTable table)
            throws IOException, InterruptedException {
        double sparse = sparseMse(table);
        seconds(table, Selection.stepwise(), 2000);
        // Many times the replicates, since one hundred are over before the clock has moved; scaled back.
        double ours = seconds(table, Selection.stepwise(), 50 * REPLICATES) / 50;
        out.append(String.format(
                Locale.ROOT,
                "| %s | stepwise | %d | %.2f | %.4f | %.0f |%n",
                name,
                REPLICATES,
                sparse,
                ours,
                sparse / ours));
    }

    private static void alone(StringBuilder out, String name, CaptureTable table, Selection selection, int replicates) {
        seconds(table, selection, 50);
        out.append(String.format(
                Locale.ROOT,
                "| %s | %s | %d | %.2f |%n",
                name,
                selection instanceof Selection.Bic bic ? "BIC, order " + bic.order() + ", " + bic.search() : "stepwise",
                replicates,
                seconds(table, selection, replicates)));
    }

    /// Processor time of one thread for a whole analysis: selection, ranking, replicates and jackknife.
    private static double seconds(CaptureTable table, Selection selection, int replicates) {
        var clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        MultipleSystems.analyse(
                table, new MultipleSystems.Options(selection, replicates, 1, 0.95), Executor.sequential());
        return (clock.getCurrentThreadCpuTime() - start) / 1e9;
    }

    /// Processor time that R reports for `estimatepopulation`, which resamples, selects and estimates likewise.
    private static double sparseMse(CaptureTable table) throws IOException, InterruptedException {
        var rows = new StringBuilder();
        int cells = 0;
        for (int c = 1; c < 1 << table.size(); c++) {
            if (table.count(c) > 0) {
                cells++;
                for (int list = 0; list < table.size(); list++) {
                    rows.append(c >> list & 1).append(',');
                }
                rows.append(table.count(c)).append(',');
            }
        }
        rows.setLength(rows.length() - 1);
        String script = """
                source("%s")
                z <- matrix(c(%s), nrow = %d, byrow = TRUE,
                    dimnames = list(NULL, c(%s, "count")))
                t <- system.time(r <- estimatepopulation(z, nboot = %d))
                cat(t[["user.self"]] + t[["sys.self"]])
                """.formatted(
                        System.getProperty("sparsemse", "routines.R"),
                        rows,
                        cells,
                        '"' + String.join("\",\"", table.lists()) + '"',
                        REPLICATES);
        var process = new ProcessBuilder("Rscript", "-e", script)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("SparseMSE did not run: " + printed);
        }
        return Double.parseDouble(printed.strip());
    }
}
