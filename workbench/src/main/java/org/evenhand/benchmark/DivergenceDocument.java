package org.evenhand.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.evenhand.catalogue.Placement;
import org.evenhand.catalogue.Region;
import org.evenhand.core.NoAnswer;
import org.evenhand.core.Unit;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.Cell.Absence;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Document;
import org.evenhand.document.NamedSources;
import org.evenhand.document.Provenance;
import org.evenhand.document.Section;
import org.evenhand.document.Text;
import org.evenhand.panel.Role;

/// `evenhand divergence`: published tiers against the benchmarks.
public final class DivergenceDocument {
    private final Benchmarks benchmarks;
    private final List<EvidenceSet> sets;
    private final Region region;
    private final List<Placement> placements;
    private final boolean oneCountry;
    private final String command;

    private DivergenceDocument(
            Benchmarks benchmarks, List<EvidenceSet> sets, Region region, List<Placement> placements, String command) {
        this.benchmarks = benchmarks;
        this.sets = sets;
        this.region = region;
        this.placements = placements;
        this.oneCountry = region.countries().size() == 1;
        this.command = command;
    }

    /// The divergences of a region in the reports from `first` to `last`.
    ///
    /// @param sets the evidence sets, the leading one first
    /// @throws NoAnswer if there is no placement, or no benchmark for any
    public static Document of(
            Benchmarks benchmarks, List<EvidenceSet> sets, Region region, int first, int last, Provenance provenance) {
        var catalogue = benchmarks.catalogue();
        var placements = new ArrayList<Placement>();
        for (int year : catalogue.placements().years()) {
            if (year >= first && year <= last) {
                placements.addAll(catalogue.placements().in(year, region));
            }
        }
        if (placements.isEmpty()) {
            throw new NoAnswer(
                    "No placement of %s is on record for the reports %d to %d.".formatted(region.label(), first, last),
                    "Ask for other reports or another region.");
        }
        var document = new DivergenceDocument(benchmarks, sets, region, placements, provenance.command());
        var sections = document.sections();
        return new Document(
                "divergence",
                "Published tiers and evidence benchmarks: " + region.label(),
                first == last ? "The %d report".formatted(first) : "Reports %d to %d".formatted(first, last),
                sections,
                catalogue.sources(NamedSources.of(sections)),
                provenance);
    }

    private List<Section> sections() {
        var all = new ArrayList<Specification>();
        for (var set : sets) {
            all.add(new Specification(set, false));
            all.add(new Specification(set, true));
        }
        var sections = new ArrayList<Section>();
        sections.add(new Section("reading", "How to read this", reading()));
        sections.add(new Section(
                "calibration",
                "How well the benchmarks predict",
                List.of(new Block.Tabular(CalibrationTables.summary(benchmarks, all, command)))));
        boolean any = false;
        for (var set : sets) {
            var evidence = evidence(set);
            any |= evidence.any;
            sections.add(new Section("evidence-" + set.key(), "By evidence alone: " + set.label(), evidence.blocks));
        }
        if (!any) {
            throw new NoAnswer(
                    "No placement of %s in these reports has a benchmark; the last lacks one because: %s."
                            .formatted(region.label(), lacks()),
                    "Ask for other reports, or another evidence set with --evidence.");
        }
        for (var set : sets) {
            sections.add(new Section(
                    "interests-" + set.key(), "With every interest at its reference: " + set.label(), interests(set)));
        }
        return sections;
    }

    private String lacks() {
        var rows = new DivergenceRows(benchmarks, new Specification(sets.getFirst(), false), command);
        return rows.why(placements.getLast());
    }

    private List<Block> reading() {
        var lines = new ArrayList<Text>();
        lines.add(Text.of(
                "Divergence is the published tier less the expected tier of the benchmark, in steps (Tier 1 is 0, Tier 3"
                        + " is 3): above 0 the published tier is worse than the benchmark, below 0 better. Steps are taken as equal."
                        + " The interval is that of the benchmark's expectation (delta method, errors clustered by country); how far"
                        + " single placements scatter is in the probabilities."));
        lines.add(Text.of(
                "Each country is predicted by the fit that leaves it out. P(benchmark worse) is the probability that the"
                        + " benchmark places the country worse than the Report did."));
        for (var set : sets) {
            lines.add(Text.of("Evidence set %s (%s): %s.".formatted(set.key(), set.label(), set.ancestry())));
        }
        lines.add(Text.of(
                "A divergence is an association, not a motive: what the measures do not see, such as a year's prosecutions"
                        + " where nobody counted them, stays in it. No benchmark is the truth."));
        return List.of(new Block.Bullets(lines));
    }

    private record Part(List<Block> blocks, boolean any) {}

    private Verdict verdict(Specification specification) {
        var calibrations = benchmarks.calibrations(specification);
        double score = 0;
        double climatology = 0;
        var bureaus = new TreeSet<String>();
        for (var iso3 : region.countries()) {
            benchmarks.catalogue().countries().of(iso3).flatMap(c -> c.bureau()).ifPresent(b -> bureaus.add(b.name()));
        }
        for (var skill : calibrations.byRegion()) {
            if (bureaus.contains(skill.region())) {
                score += skill.score();
                climatology += skill.climatology();
            }
        }
        return climatology == 0
                ? Verdict.of(calibrations)
                : Verdict.of(calibrations, "the bureaus of " + region.label(), 1 - score / climatology);
    }

    private Part evidence(EvidenceSet set) {
        var specification = new Specification(set, false);
        var verdict = verdict(specification);
        var rows = new DivergenceRows(benchmarks, specification, command);
        var blocks = new ArrayList<Block>();
        blocks.add(ranking(verdict));
        var made = new ArrayList<Map.Entry<Placement, Optional<Prediction>>>();
        boolean any = false;
        for (var placement : placements) {
            var prediction = rows.prediction(placement.iso3(), placement.year().value());
            any |= prediction.isPresent();
            made.add(Map.entry(placement, prediction));
        }
        rank(made, verdict, Prediction::divergence);
        var lines = new ArrayList<List<Cell>>();
        for (var entry : made) {
            var cells = new ArrayList<Cell>(who(entry.getKey()));
            cells.addAll(rows.cells(entry.getKey(), entry.getValue()));
            lines.add(cells);
        }
        var columns = new ArrayList<>(whoColumns());
        columns.addAll(DivergenceRows.predictionColumns());
        blocks.add(new Block.Tabular(new DataTable(
                set == sets.getFirst() ? "divergence" : "divergence-" + set.key(),
                "Benchmark by evidence alone (%s), %s".formatted(set.key(), region.label()),
                columns,
                lines,
                "Rests on: %s; %s.".formatted(set.label(), set.ancestry()))));
        return new Part(blocks, any);
    }

    /// The highest divergence first where countries may be ranked; those without a benchmark last.
    private <T> void rank(
            List<Map.Entry<Placement, Optional<T>>> made, Verdict verdict, ToDoubleFunction<T> divergence) {
        if (verdict.good() && !oneCountry) {
            made.sort(Comparator.comparingDouble(
                    e -> e.getValue().map(v -> -divergence.applyAsDouble(v)).orElse(Double.POSITIVE_INFINITY)));
        }
    }

    private Block ranking(Verdict verdict) {
        String words = verdict.good()
                ? oneCountry
                        ? "The benchmark is calibrated by the rule above; its probabilities may be read as such."
                        : "The benchmark is calibrated by the rule above; countries are sorted by divergence. Neighbours in the order"
                                + " often differ by less than their intervals."
                : "The benchmark is poorly calibrated here (%s); countries are not ranked and no divergence should be held against one."
                        .formatted(String.join("; ", verdict.reasons()));
        return new Block.Note(Text.of(words));
    }

    private List<Block> interests(EvidenceSet set) {
        var specification = new Specification(set, true);
        var verdict = verdict(specification);
        var rows = new DivergenceRows(benchmarks, specification, command);
        var keys = new TreeMap<String, String>();
        for (var v : benchmarks.of(specification).variables()) {
            if (v.role() == Role.INTEREST) {
                keys.put(v.set(), v.set());
            }
        }
        var blocks = new ArrayList<Block>();
        blocks.add(ranking(verdict));
        var made = new ArrayList<Map.Entry<Placement, Optional<Divergence>>>();
        for (var placement : placements) {
            made.add(Map.entry(
                    placement,
                    rows.divergence(placement.iso3(), placement.year().value())));
        }
        rank(made, verdict, d -> d.atReference().divergence());
        var lines = new ArrayList<List<Cell>>();
        for (var entry : made) {
            lines.add(line(rows, entry.getKey(), entry.getValue(), keys.size()));
        }
        var columns = new ArrayList<>(whoColumns());
        columns.add(Column.of("tier", "Published"));
        columns.add(Column.of("divergence", "Divergence"));
        columns.add(Column.machine("explained"));
        for (var key : keys.keySet()) {
            columns.add(Column.of(key, words(key)));
            columns.add(Column.machine(key + "_log_odds"));
        }
        columns.add(Column.of("unexplained", "No interest explains"));
        columns.add(Column.of("remark", "Remark"));
        blocks.add(new Block.Tabular(new DataTable(
                "attribution-" + set.key(),
                "Divergence from the benchmark with interests at their reference (%s), and what it goes with"
                        .formatted(set.key()),
                columns,
                lines,
                "In steps. Reference: the median of the same report's placements for quantities, no for a yes or no; income and"
                        + " population as they are. Divergence = the interests' parts + what no interest explains. The parts are exact"
                        + " Shapley values of the expected severity; those of the linear predictor are in JSON and CSV. Border security"
                        + " has no measure that covers half of the placements and is not in the model. Rests on: %s; %s."
                                .formatted(set.label(), set.ancestry()))));
        return blocks;
    }

    private List<Cell> line(DivergenceRows rows, Placement placement, Optional<Divergence> found, int parts) {
        var cells = new ArrayList<Cell>(who(placement));
        cells.add(new Cell.Placed(placement.standing(), placement.basis(), placement.sources()));
        if (found.isEmpty()) {
            for (int i = 0; i < 2 * parts + 3; i++) {
                cells.add(Cell.absent(Absence.NOT_MEASURED));
            }
            cells.add(Cell.words(rows.why(placement)));
            return cells;
        }
        var d = found.get();
        cells.add(Cell.number(rows.divergence(d.atReference())));
        cells.add(Cell.number(rows.plain(d.explained(), Unit.NUMBER)));
        for (var part : d.parts()) {
            cells.add(Cell.number(rows.between(part.steps(), Unit.NUMBER)));
            cells.add(Cell.number(rows.between(part.linear(), Unit.NUMBER)));
        }
        cells.add(Cell.number(rows.divergence(d.asIs())));
        cells.add(Cell.words(DivergenceRows.remark(d.asIs().row())));
        return cells;
    }

    private static String words(String key) {
        String text = key.replace('_', ' ');
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private List<Column> whoColumns() {
        return oneCountry
                ? List.of(Column.machine("iso3"), Column.of("year", "Report"))
                : List.of(Column.of("country", "Country"), Column.machine("iso3"), Column.of("year", "Report"));
    }

    private List<Cell> who(Placement placement) {
        var year = Cell.year(placement.year().value());
        var code = Cell.words(placement.iso3());
        return oneCountry
                ? List.of(code, year)
                : List.of(Cell.words(benchmarks.catalogue().countries().name(placement.iso3())), code, year);
    }
}
