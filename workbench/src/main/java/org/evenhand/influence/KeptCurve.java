package org.evenhand.influence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.core.Checksum;
import org.evenhand.core.Digits;
import org.evenhand.statistics.multiverse.Band;
import org.evenhand.statistics.multiverse.Outcome;

/// What every specification of a run gave, and where the sorted curve lies without any association: the rows of one
/// universe in the tables `universe_specifications` and `universe_bands`, as text.
///
/// @param specifications a row for each specification, in the order of the universe, as [SpecificationRow] has it
/// @param band a row for each place in the sorted curve: rank, 2.5% and 97.5% point
public record KeptCurve(List<List<String>> specifications, List<List<String>> band) {
    /// The table with one row a specification.
    public static final String SPECIFICATIONS = "universe_specifications";

    /// The table with one row a place in the sorted curve.
    public static final String BANDS = "universe_bands";

    private static final List<String> BAND = List.of("rank", "null_low", "null_high");

    /// The names of the columns of the first table.
    public static final List<String> SPECIFICATION_COLUMNS = around(SpecificationRow.COLUMNS);

    /// The names of the columns of the second.
    public static final List<String> BAND_COLUMNS = around(BAND);

    public KeptCurve {
        specifications = specifications.stream().map(List::copyOf).toList();
        band = band.stream().map(List::copyOf).toList();
    }

    private static List<String> around(List<String> columns) {
        return row("universe", "region", columns, "sources");
    }

    private static List<String> row(String universe, String region, List<String> cells, String sources) {
        return Stream.of(Stream.of(universe, region), cells.stream(), Stream.of(sources))
                .flatMap(s -> s)
                .toList();
    }

    /// The rows of a finding.
    public static KeptCurve of(Finding finding) {
        var outcomes = finding.curve().outcomes();
        var band = finding.curve().band();
        return new KeptCurve(
                IntStream.range(0, outcomes.size())
                        .mapToObj(i -> new SpecificationRow(finding.points().get(i), outcomes.get(i)).cells())
                        .toList(),
                IntStream.range(0, band.low().length)
                        .mapToObj(k -> List.of(
                                Integer.toString(k + 1), Digits.nine(band.low()[k]), Digits.nine(band.high()[k])))
                        .toList());
    }

    /// The kept rows of one universe, in the order of the files; none where a table or the universe is not there.
    public static KeptCurve read(Catalogue catalogue, String universe, String region) {
        return new KeptCurve(
                read(catalogue, SPECIFICATIONS, SpecificationRow.COLUMNS, universe, region),
                read(catalogue, BANDS, BAND, universe, region));
    }

    private static List<List<String>> read(
            Catalogue catalogue, String table, List<String> columns, String universe, String region) {
        var rows = new ArrayList<List<String>>();
        for (var row : catalogue.rows(table)) {
            if (row.text("universe").equals(universe) && row.text("region").equals(region)) {
                rows.add(columns.stream().map(row::text).toList());
            }
        }
        return rows;
    }

    /// SHA-256 over all cells, which the row of the run in `universe_results` names too: so rows of another run, or
    /// damaged ones, are told from its own.
    public String checksum() {
        return Checksum.ofLines(
                Stream.concat(specifications.stream(), band.stream()).map(cells -> String.join("\u001f", cells)));
    }

    /// The rows of the first table, in the order of its columns.
    public List<List<String>> specificationRows(String universe, String region) {
        return rows(specifications, universe, region);
    }

    /// The rows of the second.
    public List<List<String>> bandRows(String universe, String region) {
        return rows(band, universe, region);
    }

    private static List<List<String>> rows(List<List<String>> cells, String universe, String region) {
        return cells.stream()
                .map(c -> row(universe, region, c, UniverseResult.SOURCE))
                .toList();
    }

    /// The specifications as they were numbered and chosen in the run.
    List<Universe.Point> points() {
        return read().map(SpecificationRow::point).toList();
    }

    /// What came of each.
    List<Outcome> outcomes() {
        return read().map(SpecificationRow::outcome).toList();
    }

    private Stream<SpecificationRow> read() {
        return specifications.stream().map(SpecificationRow::of);
    }

    /// Where the sorted curve lies under no association.
    Band nullBand() {
        return new Band(column(1), column(2));
    }

    private double[] column(int at) {
        return band.stream().mapToDouble(r -> Double.parseDouble(r.get(at))).toArray();
    }
}
