package org.evenhand.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenhand.core.Basis;
import org.evenhand.core.ReportYear;
import org.evenhand.core.Standing;
import org.evenhand.law.history.Placement;
import org.evenhand.law.history.PlacementHistory;
import org.evenhand.law.history.RecordedWaiver;

/// The project's own tables, read for tests of the law on the real record.
public final class RecordedData {
    private RecordedData() {}

    /// Every jurisdiction's record, by code.
    public static SortedMap<String, PlacementHistory> histories() {
        var placements = new TreeMap<String, TreeMap<ReportYear, Placement>>();
        for (var row : rows("tiers", "iso3,report_year,tier,sources")) {
            placements
                    .computeIfAbsent(row.get("iso3"), _ -> new TreeMap<>())
                    .put(
                            ReportYear.of(row.integer("report_year")),
                            new Placement(
                                    Standing.ofCode(row.get("tier")).orElseThrow(), sources(row), basis(sources(row))));
        }
        var waivers = new TreeMap<String, TreeMap<ReportYear, RecordedWaiver>>();
        for (var row : rows("watchlist_waivers", "iso3,report_year,waiver_number,sources")) {
            waivers.computeIfAbsent(row.get("iso3"), _ -> new TreeMap<>())
                    .put(
                            ReportYear.of(row.integer("report_year")),
                            new RecordedWaiver(sources(row), basis(sources(row))));
        }
        var histories = new TreeMap<String, PlacementHistory>();
        placements.forEach((iso3, record) ->
                histories.put(iso3, new PlacementHistory(iso3, record, waivers.getOrDefault(iso3, new TreeMap<>()))));
        return histories;
    }

    static List<CsvTable.Row> rows(String table, String header) {
        var file = Path.of("..", "data", table, table + ".csv");
        try {
            return CsvTable.read(table + ".csv", Files.readString(file), header);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> sources(CsvTable.Row row) {
        return List.of(row.get("sources").split(";"));
    }

    static Basis basis(List<String> sources) {
        var basis = Basis.SOURCED;
        for (var key : sources) {
            if (key.equals("recall")) {
                basis = basis.weakest(Basis.UNVERIFIED);
            } else if (key.matches("(derived|interp)-.*|tip201[78]-step")) {
                basis = basis.weakest(Basis.DERIVED);
            }
        }
        return basis;
    }
}
