package org.evenhand.findings;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.benchmark.Benchmarks;
import org.evenhand.benchmark.CalibrationDocument;
import org.evenhand.benchmark.DivergenceDocument;
import org.evenhand.benchmark.EvidenceSet;
import org.evenhand.benchmark.SameTier;
import org.evenhand.benchmark.Specification;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.core.Basis;
import org.evenhand.core.Figure;
import org.evenhand.core.Interval;
import org.evenhand.core.ReportYear;
import org.evenhand.core.Tier;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;
import org.evenhand.document.Provenance;
import org.evenhand.findings.ClaimBearing.Kind;
import org.evenhand.group.Group;
import org.evenhand.influence.KeptCurve;
import org.evenhand.influence.KeptUniverse;
import org.evenhand.influence.MeasureResult;
import org.evenhand.influence.UniverseResult;
import org.evenhand.opportunity.OpportunityDocument;
import org.evenhand.statistics.exact.Holm;

/// Computes the tables of kept results anew, as CSV.
public final class Remake {
    /// The source of what is counted, scored or compared by one of our commands.
    static final String SOURCE = "derived-results";

    /// Beside it where a fact behind the numbers is unverified, so that the row is no better than it.
    static final String UNVERIFIED = "unverified-facts";

    /// The evidence sets that benchmarks are made of: without and with descent from the Report.
    static final List<EvidenceSet> SETS = List.of(EvidenceSet.INDEPENDENT, EvidenceSet.REPORT);

    private final Catalogue catalogue;
    private final Benchmarks benchmarks;
    private final List<String> tables;
    private final Map<String, Double> usual = new TreeMap<>();

    public Remake(Catalogue catalogue, Benchmarks benchmarks) {
        this.catalogue = catalogue;
        this.benchmarks = benchmarks;
        var names = new TreeSet<String>(
                List.of("tiers", "countries", "interest_measures", "determinations", "automatic_downgrades"));
        benchmarks.panel().variables().forEach(v -> names.add(v.reading().table()));
        this.tables = List.copyOf(names);
    }

    /// Universes with p-values adjusted over those of the same region that have one.
    public static List<UniverseResult> adjusted(List<UniverseResult> results) {
        var adjusted = new ArrayList<UniverseResult>();
        for (var one : results) {
            var tested = results.stream()
                    .filter(r -> r.region().equals(one.region()) && r.jointP().isPresent())
                    .toList();
            int at = tested.indexOf(one);
            adjusted.add(one.withHolm(
                    at < 0
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(
                                    Holm.adjust(tested.stream()
                                            .mapToDouble(r -> r.jointP().orElseThrow())
                                            .toArray())[at]),
                    at < 0 ? 0 : tested.size()));
        }
        return adjusted;
    }

    /// The tables of joint tests by name, as CSV.
    public static SequencedMap<String, String> universes(List<KeptUniverse> runs) {
        var results = runs.stream().map(KeptUniverse::result).toList();
        var files = new LinkedHashMap<String, String>();
        files.put(
                KeptCurve.SPECIFICATIONS,
                csv(KeptCurve.SPECIFICATION_COLUMNS, curves(runs, KeptCurve::specificationRows)));
        files.put(KeptCurve.BANDS, csv(KeptCurve.BAND_COLUMNS, curves(runs, KeptCurve::bandRows)));
        files.put(
                MeasureResult.TABLE,
                csv(
                        MeasureResult.COLUMNS,
                        runs.stream()
                                .flatMap(r -> r.measures().stream())
                                .map(MeasureResult::cells)
                                .toList()));
        files.put(
                UniverseResult.TABLE,
                csv(
                        UniverseResult.COLUMNS,
                        adjusted(results).stream().map(UniverseResult::cells).toList()));
        return files;
    }

    /// The rows of a curve, for a universe and a region.
    @FunctionalInterface
    private interface CurveRows {
        List<List<String>> of(KeptCurve curve, String universe, String region);
    }

    private static List<List<String>> curves(List<KeptUniverse> runs, CurveRows rows) {
        return runs.stream()
                .flatMap(r ->
                        rows.of(r.curve(), r.result().universe(), r.result().region()).stream())
                .toList();
    }

    /// The tables that take seconds, by name, as CSV.
    public SequencedMap<String, String> quick() {
        var files = new LinkedHashMap<String, String>();
        files.put(
                GroupResult.TABLE,
                csv(
                        GroupResult.COLUMNS,
                        groups().stream().map(GroupResult::cells).toList()));
        files.put(
                BenchmarkResult.TABLE,
                csv(
                        BenchmarkResult.COLUMNS,
                        calibrations().stream().map(BenchmarkResult::cells).toList()));
        files.put(
                DivergenceResult.TABLE,
                csv(
                        DivergenceResult.COLUMNS,
                        divergences().stream().map(DivergenceResult::cells).toList()));
        return files;
    }

    private List<GroupResult> groups() {
        String command = "evenhand never --region WORLD";
        var years = catalogue.placements().years();
        var table = need(
                OpportunityDocument.of(
                                catalogue,
                                benchmarks.panel(),
                                Group.named(benchmarks.panel()),
                                catalogue.countries().region("WORLD"),
                                ReportYear.FIRST,
                                years.isEmpty() ? ReportYear.FIRST : years.last(),
                                made(command))
                        .tables(),
                "never");
        var events = Map.of(
                "Tier 3", "tier_3", "restricted, in full or in part", "restricted", "full waiver", "full_waiver");
        var results = new ArrayList<GroupResult>();
        for (var cells : rows(table)) {
            var counts = new ArrayList<Figure>();
            for (var key : List.of(
                    "happened",
                    "opportunities",
                    "countries_happened",
                    "countries",
                    "others_happened",
                    "others_opportunities")) {
                figure(cells, key).ifPresent(counts::add);
            }
            if (counts.size() < 6) {
                continue;
            }
            var basis = counts.stream().map(Figure::basis).reduce(Basis.DERIVED, Basis::weakest);
            var sample = counts.getFirst().sample();
            var event = events.get(words(cells, "event"));
            if (event == null) {
                throw new IllegalStateException("no key for the event " + words(cells, "event"));
            }
            results.add(new GroupResult(
                    words(cells, "group"),
                    words(cells, "title"),
                    event,
                    (long) counts.get(0).value(),
                    (long) counts.get(1).value(),
                    (long) counts.get(2).value(),
                    (long) counts.get(3).value(),
                    (long) counts.get(4).value(),
                    (long) counts.get(5).value(),
                    sample.leftOut(),
                    sample.reason(),
                    figure(cells, "p").map(f -> OptionalDouble.of(f.value())).orElse(OptionalDouble.empty()),
                    words(cells, "reading"),
                    from(command, basis),
                    basis));
        }
        return results;
    }

    private List<BenchmarkResult> calibrations() {
        String command = "evenhand divergence --calibration";
        var table = need(CalibrationDocument.of(benchmarks, SETS, made(command)).tables(), "calibration");
        var results = new ArrayList<BenchmarkResult>();
        for (var cells : rows(table)) {
            var skill = figure(cells, "skill").orElseThrow();
            var between = (Interval.Between) skill.interval();
            results.add(new BenchmarkResult(
                    words(cells, "benchmark"),
                    words(cells, "left_out"),
                    (long) figure(cells, "forecasts").orElseThrow().value(),
                    (long) figure(cells, "countries").orElseThrow().value(),
                    skill.value(),
                    between.low(),
                    between.high(),
                    figure(cells, "calibration_error").orElseThrow().value(),
                    figure(cells, "coverage").orElseThrow().value(),
                    words(cells, "verdict"),
                    from(command, Basis.DERIVED)));
        }
        return results;
    }

    /// For every country that a claim's bearings name.
    private List<DivergenceResult> divergences() {
        var results = new ArrayList<DivergenceResult>();
        var countries = new TreeSet<>(ClaimBearing.all(catalogue).stream()
                .filter(b -> b.kind() == Kind.DIVERGENCE)
                .map(b -> b.key().substring(0, 3))
                .toList());
        for (var iso3 : countries) {
            String command = "evenhand divergence " + iso3;
            var tables = DivergenceDocument.of(
                            benchmarks,
                            SETS,
                            catalogue.countries().region(iso3),
                            Specification.FIRST_REPORT,
                            catalogue.placements().years().last(),
                            made(command))
                    .tables();
            for (var set : SETS) {
                var table = need(tables, set == SETS.getFirst() ? "divergence" : "divergence-" + set.key());
                for (var cells : rows(table)) {
                    // Nothing is better than Tier 1.
                    figure(cells, "p_better").ifPresent(f -> {
                        var between = (Interval.Between) f.interval();
                        results.add(new DivergenceResult(
                                iso3,
                                year(cells),
                                set.key(),
                                figure(cells, "divergence").orElseThrow().value(),
                                f.value(),
                                between.low(),
                                between.high(),
                                usual(set, cells),
                                from(command, Basis.DERIVED)));
                    });
                }
            }
        }
        return results;
    }

    private double usual(EvidenceSet set, Map<String, Cell> cells) {
        if (!(cells.get("tier") instanceof Cell.Placed placed && placed.standing() instanceof Tier tier)) {
            throw new IllegalStateException("a divergence without a tier");
        }
        return usual.computeIfAbsent(
                set.key() + tier.code(),
                _ -> SameTier.medianBetter(benchmarks.of(new Specification(set, false)), tier)
                        .orElseThrow());
    }

    private KeptFrom from(String command, Basis basis) {
        return new KeptFrom(
                tables,
                catalogue.version().rowsOf(tables),
                command,
                basis == Basis.UNVERIFIED ? List.of(SOURCE, UNVERIFIED) : List.of(SOURCE));
    }

    private Provenance made(String command) {
        return new Provenance(
                command,
                "evenhand",
                catalogue.version().checksum(),
                catalogue.version().date());
    }

    private static DataTable need(Map<String, DataTable> tables, String name) {
        var table = tables.get(name);
        if (table == null) {
            throw new IllegalStateException("no table " + name + " among " + tables.keySet());
        }
        return table;
    }

    private static List<Map<String, Cell>> rows(DataTable table) {
        var rows = new ArrayList<Map<String, Cell>>();
        for (var row : table.rows()) {
            var cells = new TreeMap<String, Cell>();
            for (int i = 0; i < row.size(); i++) {
                cells.put(table.columns().get(i).key(), row.get(i));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static Optional<Figure> figure(Map<String, Cell> cells, String key) {
        return cells.get(key) instanceof Cell.Number(var figure) ? Optional.of(figure) : Optional.empty();
    }

    private static String words(Map<String, Cell> cells, String key) {
        return cells.get(key) instanceof Cell.Words(var text) ? text : "";
    }

    private static int year(Map<String, Cell> cells) {
        if (!(cells.get("year") instanceof Cell.Ordinal(int year))) {
            throw new IllegalStateException("a divergence without a report");
        }
        return year;
    }

    private static String csv(List<String> header, List<List<String>> rows) {
        var out = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            csv.writeRecord(header);
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written", e);
        }
        return out.toString();
    }
}
