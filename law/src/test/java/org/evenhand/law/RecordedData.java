package org.evenhand.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenhand.core.Basis;
import org.evenhand.core.ReportYear;
import org.evenhand.core.Standing;
import org.evenhand.law.audit.Docket;
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

    /// Everything that an audit replays.
    public static Docket docket() {
        var determinations = new ArrayList<Docket.Determination>();
        var header =
                "iso3,report_year,fiscal_year,restrictions,presidential_determination,date,reason_or_scope,sources";
        for (var row : rows("determinations", header)) {
            determinations.add(new Docket.Determination(
                    row.get("iso3"),
                    ReportYear.of(row.integer("report_year")),
                    row.integer("fiscal_year"),
                    row.get("restrictions"),
                    row.get("date").isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(row.get("date"))),
                    sources(row),
                    basis(sources(row))));
        }
        var downgrades = new ArrayList<Docket.Downgrade>();
        for (var row : rows("automatic_downgrades", "iso3,report_year,from,to,basis,sources")) {
            downgrades.add(new Docket.Downgrade(
                    row.get("iso3"),
                    ReportYear.of(row.integer("report_year")),
                    row.get("basis").equals("named"),
                    sources(row),
                    basis(sources(row))));
        }
        var listings = new ArrayList<Docket.Listing>();
        for (var row : rows("child_soldiers", "iso3,report_year,waiver,note,sources")) {
            listings.add(new Docket.Listing(
                    row.get("iso3"),
                    ReportYear.of(row.integer("report_year")),
                    row.get("waiver"),
                    sources(row),
                    basis(sources(row))));
        }
        return new Docket(histories(), determinations, downgrades, listings, new TreeMap<>());
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
