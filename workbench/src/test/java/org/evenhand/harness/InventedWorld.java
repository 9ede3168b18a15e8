package org.evenhand.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.intake.Intake;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A small world that does not exist: 48 countries, XAA to XBV, in the reports from 2003 to 2016, with evidence,
/// interests and tiers drawn from a seed. The tables have the columns of the shipped ones.
public final class InventedWorld {
    public static final int FIRST = 2003;
    public static final int LAST = 2016;
    private static final int COUNTRIES = 48;
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final Random random;
    private final Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();

    private InventedWorld(Path folder, long seed) {
        this.folder = folder;
        this.random = new Random(seed);
    }

    /// Makes the world in `folder` and opens its catalogue.
    ///
    /// @param seed what it is drawn from
    /// @param publish given `country report` and the tier drawn, the tier to publish: `1`, `2`, `2WL`, `3` or `SC`
    public static Catalogue make(Path folder, long seed, BiFunction<String, String, String> publish) {
        var world = new InventedWorld(folder, seed);
        world.draw(publish);
        world.write();
        Intake.prepare(folder.resolve("data"), folder.resolve("catalogue"));
        return Catalogue.open(folder.resolve("catalogue"));
    }

    /// The same, as drawn.
    public static Catalogue make(Path folder, long seed) {
        return make(folder, seed, (_, tier) -> tier);
    }

    /// Codes of all countries.
    public static List<String> codes() {
        var codes = new ArrayList<String>();
        for (int i = 0; i < COUNTRIES; i++) {
            codes.add("X" + (char) ('A' + i / 26) + (char) ('A' + i % 26));
        }
        return codes;
    }

    private void draw(BiFunction<String, String, String> publish) {
        var bureaus = List.of("AF", "EAP", "EUR", "NEA", "SCA", "WHA");
        var codes = codes();
        for (int i = 0; i < codes.size(); i++) {
            String iso3 = codes.get(i);
            row(
                    "countries",
                    Map.of(
                            "iso3",
                            iso3,
                            "name",
                            "Invented " + iso3,
                            "official_state_department_name",
                            "Invented " + iso3,
                            "region",
                            bureaus.get(i % 6),
                            "subregion",
                            i % 6 == 5 ? "Caribbean" : "Nowhere",
                            "latin_america",
                            i % 6 == 5 ? "1" : "0",
                            "assessed",
                            "1"));
            country(i, iso3, publish);
        }
    }

    private void country(int i, String iso3, BiFunction<String, String, String> publish) {
        double effort = random.nextGaussian();
        double closeness = random.nextGaussian();
        boolean ally = i % 5 == 0;
        int ratified = 2000 + random.nextInt(14);
        boolean party = random.nextDouble() < 0.8;
        for (var instrument : List.of("UN_TIP_PROTOCOL_2000", "UNTOC_2000", "CRC_OPSC_2000")) {
            row(
                    "treaties",
                    party
                            ? Map.of(
                                    "iso3",
                                    iso3,
                                    "instrument",
                                    instrument,
                                    "ratified",
                                    (ratified + random.nextInt(4)) + "-06-15",
                                    "act",
                                    "ratification")
                            : Map.of("iso3", iso3, "instrument", instrument, "signed", "2000-12-15"));
        }
        String last = "";
        for (int year = FIRST - 1; year <= LAST; year++) {
            effort += 0.15 * random.nextGaussian();
            evidence(iso3, year, effort);
            interests(i, iso3, year, closeness, ally, effort);
            if (year >= FIRST) {
                last = placement(iso3, year, effort, closeness, publish, last);
            }
        }
    }

    private String placement(
            String iso3,
            int year,
            double effort,
            double closeness,
            BiFunction<String, String, String> publish,
            String last) {
        double severity = 1.3 - 0.9 * effort - 0.3 * closeness + 0.5 * random.nextGaussian();
        String tier = severity < 0
                ? "1"
                : severity < 1.6 ? "2" : severity < 2.4 && year > 2003 ? "2WL" : severity < 2.4 ? "2" : "3";
        // Placements are sticky.
        if (!last.isEmpty() && random.nextDouble() < 0.5 && !(last.equals("2WL") && year >= 2011)) {
            tier = last;
        }
        if (random.nextDouble() < 0.01) {
            tier = "SC";
        }
        boolean determined = random.nextDouble() < 0.9;
        String published = publish.apply(iso3 + " " + year, tier);
        row("tiers", Map.of("iso3", iso3, "report_year", "" + year, "tier", published));
        if (published.equals("3") && determined) {
            row(
                    "determinations",
                    Map.of(
                            "iso3",
                            iso3,
                            "report_year",
                            "" + year,
                            "fiscal_year",
                            "" + (year + 1),
                            "restrictions",
                            closeness > 0.3 ? "full_waiver" : "full",
                            "reason_or_scope",
                            "invented",
                            "date",
                            year + "-09-30"));
        }
        return tier.equals("SC") ? last : tier;
    }

    private void evidence(String iso3, int year, double effort) {
        row(
                "vdem",
                Map.of(
                        "iso3",
                        iso3,
                        "year",
                        "" + year,
                        "v2xcl_slave",
                        share(effort),
                        "v2x_clphy",
                        share(effort),
                        "v2x_gencl",
                        share(effort),
                        "v2x_rule",
                        share(effort)));
        row(
                "wgi",
                Map.of(
                        "iso3",
                        iso3,
                        "year",
                        "" + year,
                        "government_effectiveness",
                        number(noisy(effort)),
                        "control_of_corruption",
                        number(noisy(effort)),
                        "rule_of_law",
                        number(noisy(effort))));
        if (year <= 2013) {
            int a = points(effort);
            int b = points(effort);
            int c = points(effort);
            row(
                    "policy_index",
                    Map.of(
                            "iso3",
                            iso3,
                            "year",
                            "" + year,
                            "prosecution",
                            "" + a,
                            "protection",
                            "" + b,
                            "prevention",
                            "" + c,
                            "overall",
                            "" + (a + b + c)));
        }
    }

    private void interests(int i, String iso3, int year, double closeness, boolean ally, double effort) {
        row(
                "economy",
                Map.of(
                        "iso3",
                        iso3,
                        "year",
                        "" + year,
                        "gdp_per_capita_usd",
                        number(5000 * Math.exp(0.5 * effort + 0.5 * random.nextGaussian())),
                        "population",
                        "" + (100_000 + 90_000 * i)));
        row(
                "alliances",
                Map.of(
                        "iso3",
                        iso3,
                        "year",
                        "" + year,
                        "nato",
                        ally ? "1" : "0",
                        "mnna",
                        i % 9 == 1 ? "1" : "0",
                        "rio_treaty",
                        i % 12 == 5 ? "1" : "0",
                        "other_defense_pact",
                        i % 11 == 3 ? "1" : "0"));
        row("terrorism", Map.of("iso3", iso3, "year", "" + year, "state_sponsor", i % 16 == 7 ? "1" : "0"));
        row(
                "un_voting",
                Map.of(
                        "iso3",
                        iso3,
                        "year",
                        "" + year,
                        "agreement_with_us",
                        share(closeness),
                        "ideal_point_distance_to_us",
                        number(Math.abs(2 - noisy(closeness)))));
        row(
                "aid",
                Map.of(
                        "iso3",
                        iso3,
                        "fiscal_year",
                        "" + year,
                        "total_obligations_usd",
                        "" + (1000 * (i + year % 7)),
                        "total_obligations_constant_usd",
                        "" + (1000 * (i + year % 7))));
        row(
                "trade",
                Map.of(
                        "iso3",
                        iso3,
                        "year",
                        "" + year,
                        "us_imports_usd",
                        "" + Math.round(1e6 * Math.exp(closeness + random.nextGaussian())),
                        "us_exports_usd",
                        "1000",
                        "fta",
                        i % 8 == 2 ? "1" : "0"));
        row(
                "narcotics",
                Map.of(
                        "iso3",
                        iso3,
                        "fiscal_year",
                        "" + year,
                        "drug_major",
                        i % 10 == 4 ? "1" : "0",
                        "failed_demonstrably",
                        "0"));
        row(
                "regime",
                Map.of(
                        "iso3",
                        iso3,
                        "year",
                        "" + year,
                        "electoral_democracy_index",
                        share(closeness),
                        "liberal_democracy_index",
                        share(closeness)));
        row(
                "instability",
                Map.of(
                        "iso3",
                        iso3,
                        "year",
                        "" + year,
                        "coup_attempts",
                        "0",
                        "coup_successes",
                        "0",
                        "armed_conflict",
                        random.nextDouble() < 0.1 ? "1" : "0"));
        row(
                "troops",
                Map.of(
                        "iso3",
                        iso3,
                        "year",
                        "" + year,
                        "us_troops",
                        "" + (ally ? 100 + random.nextInt(900) : random.nextInt(9))));
        row(
                "migration",
                Map.of(
                        "iso3",
                        iso3,
                        "year",
                        "" + year,
                        "measure",
                        "us_foreign_born_stock",
                        "value",
                        "" + (100 + random.nextInt(90_000))));
    }

    private double noisy(double value) {
        return 0.8 * value + 0.4 * random.nextGaussian();
    }

    private int points(double effort) {
        return (int) Math.clamp(Math.round(3 + 1.2 * noisy(effort)), 1, 5);
    }

    private String share(double effort) {
        return number(1 / (1 + Math.exp(-noisy(effort))));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private void row(String table, Map<String, String> cells) {
        tables.computeIfAbsent(table, _ -> new ArrayList<>()).add(cells);
    }

    private void write() {
        try {
            Files.createDirectories(folder.resolve("data"));
            Files.writeString(folder.resolve("data").resolve("VERSION"), "2026-01-01\n");
            tables.put("interest_measures", List.of());
            tables.put("claims", List.of());
            for (var entry : tables.entrySet()) {
                write(entry.getKey(), entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String table, List<Map<String, String>> rows) throws IOException {
        var shipped = ShippedCatalogue.data().resolve(table);
        var target = Files.createDirectories(folder.resolve("data").resolve(table));
        if (rows.isEmpty()) {
            // What measures exist, and what is said, is the same everywhere.
            Folders.copy(shipped, target);
            return;
        }
        var about = (ObjectNode) JSON.readTree(Files.readString(shipped.resolve("datapackage.json")));
        var sources = JSON.createArrayNode();
        sources.addObject()
                .put("key", "invented")
                .put("title", "Invented for the tests")
                .put("basis", "sourced");
        about.set("sources", sources);
        ((ObjectNode) about.get("resources").get(0)).remove("rows");
        Files.writeString(target.resolve("datapackage.json"), JSON.writeValueAsString(about));
        var columns = new ArrayList<String>();
        for (var field : (ArrayNode) about.get("resources").get(0).get("schema").get("fields")) {
            columns.add(field.get("name").asString());
        }
        var csv = new StringBuilder(String.join(",", columns)).append('\n');
        for (var row : rows) {
            csv.append(String.join(
                            ",",
                            columns.stream()
                                    .map(c -> c.equals("sources") ? "invented" : row.getOrDefault(c, ""))
                                    .toList()))
                    .append('\n');
        }
        Files.writeString(target.resolve(table + ".csv"), csv);
    }
}
