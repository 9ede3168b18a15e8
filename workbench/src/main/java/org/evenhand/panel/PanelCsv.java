package org.evenhand.panel;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// The panel as CSV for other programs: one row for each placement, an empty cell where nothing is recorded.
/// The codebook says what each column is and rests on.
public final class PanelCsv {
    private PanelCsv() {}

    /// @param wanted which rows to write
    public static String print(Panel panel, Predicate<PanelRow> wanted) {
        var out = new StringWriter(1 << 20);
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            var header = new ArrayList<String>(List.of(
                    "iso3", "report_year", "region", "administration", "tier", "severity", "automatic_downgrade"));
            panel.variables().forEach(v -> header.add(v.key()));
            csv.writeRecord(header);
            var columns =
                    panel.variables().stream().map(v -> panel.column(v.key())).toList();
            var severity = panel.severity();
            for (int i = 0; i < panel.rows().size(); i++) {
                var row = panel.rows().get(i);
                if (wanted.test(row)) {
                    var cells = new ArrayList<String>(List.of(
                            row.iso3(),
                            Integer.toString(row.year()),
                            row.region(),
                            row.administration(),
                            row.standing().code(),
                            number(severity[i]),
                            row.automaticDowngrade() ? "1" : "0"));
                    for (var column : columns) {
                        cells.add(number(column[i]));
                    }
                    csv.writeRecord(cells);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written", e);
        }
        return out.toString();
    }

    /// The shortest text that reads back as the same number; whole numbers without a point.
    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
