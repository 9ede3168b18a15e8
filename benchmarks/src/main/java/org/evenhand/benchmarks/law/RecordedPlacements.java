package org.evenhand.benchmarks.law;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.evenhand.core.Basis;
import org.evenhand.core.ReportYear;
import org.evenhand.core.Standing;
import org.evenhand.law.history.Placement;
import org.evenhand.law.history.PlacementHistory;
import org.evenhand.law.history.RecordedWaiver;

/// The shipped record, as the law takes it.
final class RecordedPlacements {
    private RecordedPlacements() {}

    static List<PlacementHistory> read(Path data) throws IOException {
        var placements = new TreeMap<String, TreeMap<ReportYear, Placement>>();
        for (var fields : rows(data.resolve("tiers/tiers.csv"))) {
            placements
                    .computeIfAbsent(fields[0], _ -> new TreeMap<>())
                    .put(
                            ReportYear.of(Integer.parseInt(fields[1])),
                            new Placement(Standing.ofCode(fields[2]).orElseThrow(), List.of(fields[3]), Basis.SOURCED));
        }
        var waivers = new TreeMap<String, TreeMap<ReportYear, RecordedWaiver>>();
        for (var fields : rows(data.resolve("watchlist_waivers/watchlist_waivers.csv"))) {
            waivers.computeIfAbsent(fields[0], _ -> new TreeMap<>())
                    .put(
                            ReportYear.of(Integer.parseInt(fields[1])),
                            new RecordedWaiver(List.of(fields[3]), Basis.SOURCED));
        }
        var histories = new ArrayList<PlacementHistory>();
        placements.forEach((iso3, record) ->
                histories.add(new PlacementHistory(iso3, record, waivers.getOrDefault(iso3, new TreeMap<>()))));
        return histories;
    }

    private static List<String[]> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(l -> l.split(",", -1))
                .toList();
    }
}
