package org.evenhand.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evenhand.core.ReportYear;
import org.evenhand.core.Standing;
import org.evenhand.law.hearing.Case;
import org.evenhand.law.history.PlacementHistory;
import org.evenhand.law.rules.Statute;
import org.junit.jupiter.api.Test;

/// The ten lines of `docs/law.md` run, and the page shows these very lines.
class DocumentationTest {
    @Test
    void theTenLinesOfThePageRule() throws IOException {
        // docs:begin
        var history = PlacementHistory.empty("CHN");
        for (int year = 2009; year <= 2012; year++) {
            history = history.with(ReportYear.of(year), Standing.ofCode("2WL").orElseThrow(), "sd-dta");
        }
        var matter = Case.of(history, ReportYear.of(2013)).assuming("merits", Answer.word("2WL"));
        var trace = Statute.load().hear(matter).on("TP-5");
        System.out.println(trace.ruling().reason() + ", route " + trace.values().get("route"));
        for (var step : trace.flatten()) {
            System.out.println(step.rule().id() + " " + step.ruling().word());
        }
        // docs:end
        assertThat(trace.ruling().reason()).isEqualTo("Tier 3");
        assertThat(trace.values()).containsEntry("route", "LIMIT");

        var source = Files.readString(Path.of("src/test/java/org/evenhand/law/DocumentationTest.java"));
        var lines = source.substring(source.indexOf("// docs:begin\n") + 14, source.indexOf("        // docs:end"))
                .indent(-8);
        assertThat(Files.readString(Path.of("../docs/law.md"))).contains(lines);
    }
}
