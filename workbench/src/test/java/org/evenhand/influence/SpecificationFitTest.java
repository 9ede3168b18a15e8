package org.evenhand.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenhand.fit.FitAnswer;
import org.evenhand.fit.FitRequest;
import org.evenhand.fit.Fits;
import org.evenhand.panel.Lags;
import org.evenhand.panel.Panel;
import org.evenhand.panel.PanelCsv;
import org.evenhand.panel.ShippedData;
import org.evenhand.statistics.multiverse.Alignment;
import org.evenhand.statistics.multiverse.Multiverse;
import org.evenhand.statistics.multiverse.Outcome;
import org.evenhand.statistics.multiverse.PermutedCurves;
import org.evenhand.statistics.ordinal.Link;
import org.evenhand.statistics.tasks.Executor;
import org.junit.jupiter.api.Test;

/// A specification is the regression that `evenhand fit` makes of the exported panel when it is asked for it in words.
class SpecificationFitTest {
    @Test
    void aSpecificationEqualsTheDirectFitOfTheExportedPanel() {
        var catalogue = ShippedData.catalogue();
        var panel = Panel.of(catalogue, Lags.DEFAULT);
        var universe = UniverseReader.find("trade");
        var rows = Rows.placements(catalogue, panel, _ -> true);
        var builder = new SpecificationBuilder(rows, universe);
        var points = universe.points().stream()
                .filter(p -> p.of(Dimension.VARIATION).equals("total")
                        && p.of(Dimension.MISSING).equals("drop")
                        && p.of(Dimension.LAG).equals("1")
                        && p.of(Dimension.PERIOD).equals("2004-2025"))
                .toList();
        var chosen = new ArrayList<Universe.Point>();
        for (int i = 0; i < points.size(); i += 67) {
            chosen.add(points.get(i));
        }
        assertThat(chosen).hasSizeGreaterThan(4);
        var curves = PermutedCurves.inMemory(chosen.size(), 0);
        var outcomes = Executor.sequential()
                .run(new Multiverse(rows.blocks, Alignment.NEAREST_TIME, 1, 0)
                        .job(curves, i -> builder.build(chosen.get(i))));
        String csv = csv(panel);
        int estimated = 0;
        for (int i = 0; i < chosen.size(); i++) {
            var point = chosen.get(i);
            var answer = Fits.of(request(point), csv);
            if (outcomes.get(i) instanceof Outcome.Failed failed) {
                assertThat(((FitAnswer.NotEstimated) answer).status())
                        .as("%s", point)
                        .isEqualTo(failed.status());
                continue;
            }
            estimated++;
            var found = (Outcome.Estimated) outcomes.get(i);
            var direct = (FitAnswer.Estimated) answer;
            var coefficient = direct.coefficients().stream()
                    .filter(c -> c.name().equals(point.of(Dimension.INTEREST)))
                    .findFirst()
                    .orElseThrow();
            double error = coefficient.seCluster().orElseThrow();
            assertThat(found.slope()).as("%s", point).isCloseTo(coefficient.estimate(), within(1e-7 * error));
            assertThat(found.slopeError()).as("%s", point).isCloseTo(error, within(1e-7 * error));
        }
        // Failures that agree say little; most specifications must have a fit to compare.
        assertThat(estimated).isGreaterThan(chosen.size() / 2);
    }

    private static FitRequest request(Universe.Point point) {
        var terms = new ArrayList<String>();
        for (var set : point.of(Dimension.EVIDENCE).split("\\+")) {
            terms.add(
                    switch (set) {
                        case "treaties" -> "ratified_trafficking_protocol,ratified_count";
                        case "governance" -> "government_effectiveness,control_of_corruption";
                        case "rights" ->
                            "freedom_from_forced_labour,rule_of_law,freedom_from_violence,women_civil_liberties";
                        case "unodc" -> "ln1p_unodc_convictions,ln1p_unodc_prosecutions,ln1p_unodc_victims";
                        case "policy_index" -> "policy_prosecution,policy_protection,policy_prevention";
                        default -> throw new IllegalArgumentException(set);
                    });
        }
        terms.add("ln_gdp_per_capita,ln_population");
        if (point.of(Dimension.CONTROLS).contains("region")) {
            terms.add("factor(region)");
        }
        boolean moving = point.of(Dimension.YEAR).equals("moving_thresholds");
        if (!moving) {
            terms.add("factor(report_year)");
        }
        terms.add(point.of(Dimension.INTEREST));
        String outcome = point.of(Dimension.OUTCOME);
        return new FitRequest(
                Path.of("panel"),
                outcome + "_" + point.of(Dimension.DOWNGRADES),
                List.of(),
                String.join(",", terms),
                "",
                Link.valueOf(point.of(Dimension.LINK).toUpperCase(Locale.ROOT)),
                List.of("iso3"),
                "",
                false,
                moving ? "period" : "",
                "",
                "",
                "",
                "",
                0,
                0.95,
                false,
                false,
                0,
                1,
                "evenhand fit");
    }

    /// The exported panel from the report of 2004 on, with the outcomes that a user would code.
    private static String csv(Panel panel) {
        var lines = PanelCsv.print(panel, r -> r.year() >= 2004).split("\n", -1);
        var header = List.of(lines[0].strip().split(",", -1));
        int severity = header.indexOf("severity");
        int year = header.indexOf("report_year");
        int automatic = header.indexOf("automatic_downgrade");
        var text = new StringBuilder(lines[0].strip());
        for (var way : List.of("published", "as_watch_list")) {
            text.append(",tiers_%s,merged_%s,tier3_%s".formatted(way, way, way));
        }
        text.append(",period\n");
        for (int i = 1; i < lines.length; i++) {
            var cells = lines[i].strip().split(",", -1);
            if (cells.length < header.size()) {
                continue;
            }
            text.append(lines[i].strip());
            int s = cells[severity].isEmpty() ? -1 : Integer.parseInt(cells[severity]);
            for (boolean watch : new boolean[] {false, true}) {
                int own = watch && s == 3 && cells[automatic].equals("1") ? 2 : s;
                text.append(own < 0 ? ",,," : ",%d,%d,%d".formatted(own, (own + 1) / 2, own / 3));
            }
            int y = Integer.parseInt(cells[year]);
            text.append(y <= 2008 ? ",a" : y <= 2016 ? ",b" : y <= 2020 ? ",c" : ",d")
                    .append('\n');
        }
        return text.toString();
    }
}
