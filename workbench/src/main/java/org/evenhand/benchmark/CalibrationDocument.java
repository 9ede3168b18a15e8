package org.evenhand.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.core.Unit;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Document;
import org.evenhand.document.NamedSources;
import org.evenhand.document.Provenance;
import org.evenhand.document.Section;
import org.evenhand.document.Text;

/// `evenhand divergence --calibration`: how well each benchmark predicts, in full.
public final class CalibrationDocument {
    private CalibrationDocument() {}

    public static Document of(Benchmarks benchmarks, List<EvidenceSet> sets, Provenance provenance) {
        String command = provenance.command();
        var specifications = new ArrayList<Specification>();
        for (var set : sets) {
            specifications.add(new Specification(set, false));
            specifications.add(new Specification(set, true));
        }
        var sections = new ArrayList<Section>();
        sections.add(new Section(
                "reading",
                "What was checked",
                List.of(new Block.Note(Text.of(
                        "Each benchmark predicts placements that its fit has not seen: a country without itself, and"
                                + " a report from earlier reports. The ranked probability score measures the whole distribution over"
                                + " tiers; climatology is the shares of tiers in the same training data.")))));
        sections.add(new Section(
                "calibration",
                "Scores and verdicts",
                List.of(new Block.Tabular(CalibrationTables.summary(benchmarks, specifications, command)))));
        sections.add(new Section(
                "regions", "By bureau", List.of(new Block.Tabular(regions(benchmarks, specifications, command)))));
        for (var specification : specifications) {
            sections.add(new Section(
                    "reliability-" + specification.key().replace('+', '-'),
                    "Reliability: " + specification.key(),
                    List.of(
                            new Block.Tabular(CalibrationTables.reliability(benchmarks, specification, true, command)),
                            new Block.Tabular(
                                    CalibrationTables.reliability(benchmarks, specification, false, command)))));
        }
        return new Document(
                "calibration",
                "How well the benchmarks predict",
                "Out of sample, by country and by report",
                sections,
                benchmarks.catalogue().sources(NamedSources.of(sections)),
                provenance);
    }

    private static DataTable regions(Benchmarks benchmarks, List<Specification> specifications, String command) {
        var rows = new ArrayList<List<Cell>>();
        for (var specification : specifications) {
            var grounds = benchmarks.grounds(specification, command);
            var sample = CalibrationTables.sample(
                    benchmarks,
                    specification,
                    benchmarks.calibrations(specification).byCountry().n());
            for (var skill : benchmarks.calibrations(specification).byRegion()) {
                rows.add(List.of(
                        Cell.words(specification.key()),
                        Cell.words(skill.region()),
                        Cell.number(grounds.figure(skill.n(), Unit.COUNT, sample)),
                        Cell.number(grounds.figure(1 - skill.score() / skill.climatology(), Unit.NUMBER, sample))));
            }
        }
        return new DataTable(
                "skill-by-bureau",
                "Skill over the shares of tiers, each country left out in turn",
                List.of(
                        Column.of("benchmark", "Benchmark"),
                        Column.of("region", "Bureau"),
                        Column.of("forecasts", "Forecasts"),
                        Column.of("skill", "Skill")),
                rows,
                "Where the skill is not above 0, countries of the region are not ranked.");
    }
}
