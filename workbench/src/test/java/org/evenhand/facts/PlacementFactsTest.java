package org.evenhand.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.evenhand.harness.CommandLineRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Who was placed where. Sources: the totals are those of the compilation notes of the tier tables (November
/// 2026), which compare them with the totals that the Reports and CRS R44953 print; the single placements are
/// those of the Reports, confirmed for Tier 3 by the presidential determinations of the same years.
class PlacementFactsTest {
    /// Every placement, as the program prints it.
    private static final List<JsonNode> ALL = rows(CommandLineRun.of("tiers --format json"));

    private static List<JsonNode> rows(CommandLineRun run) {
        var rows = new ArrayList<JsonNode>();
        run.json().forEach(rows::add);
        return rows;
    }

    private static long count(int year, Predicate<JsonNode> wanted) {
        return ALL.stream()
                .filter(row -> row.get("year").asInt() == year)
                .filter(wanted)
                .count();
    }

    private static long tier(int year, String tier) {
        return count(year, row -> row.get("tier").asString().equals(tier));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "placements-by-year.csv", useHeadersInDisplayName = true)
    void totalsByYearAreThoseOfTheCompilationNotes(
            int year, int tier1, int tier2, int watchList, int tier3, int special, int rows, int recall, int derived) {
        assertThat(List.of(
                        tier(year, "1"),
                        tier(year, "2"),
                        tier(year, "2WL"),
                        tier(year, "3"),
                        tier(year, "SC"),
                        count(year, _ -> true),
                        count(year, row -> row.get("basis").asString().equals("unverified")),
                        count(year, row -> row.get("basis").asString().equals("derived"))))
                .isEqualTo(IntStream.of(tier1, tier2, watchList, tier3, special, rows, recall, derived)
                        .mapToObj(Long::valueOf)
                        .toList());
    }

    @Test
    void thereAreReportsFrom2001To2025AndNoOthers() {
        assertThat(ALL.stream().map(row -> row.get("year").asInt()).distinct())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(2001, 2025).boxed().toList());
        assertThat(ALL).hasSize(4223);
    }

    @Test
    void anAnswerInJsonIsAnArrayOfPlacementsWithTheirSources() {
        var run = CommandLineRun.of("tiers --year 2014 --region LAC --format json");
        assertThat(run.err()).isEmpty();
        assertThat(run.json().isArray()).isTrue();
        for (var row : rows(run)) {
            assertThat(row.get("iso3").asString()).matches("[A-Z]{3}");
            assertThat(row.get("country").asString()).isNotBlank();
            assertThat(row.get("year").isInt() && row.get("year").asInt() == 2014)
                    .isTrue();
            assertThat(row.get("tier").asString()).isIn("1", "2", "2WL", "3", "SC");
            assertThat(row.get("sources").isArray() && !row.get("sources").isEmpty())
                    .isTrue();
            row.get("sources").forEach(source -> assertThat(source.asString()).matches("[A-Za-z0-9_.:-]+"));
        }
    }

    @ParameterizedTest(name = "report {0}: {1}")
    @CsvSource({"2008,CUB", "2014,CUB VEN", "2015,BLZ VEN"})
    void tierThreeInLatinAmericaAndTheCaribbean(int year, String countries) {
        assertThat(rows(CommandLineRun.of("tiers --region LAC --format json --year " + year)).stream()
                        .filter(row -> row.get("tier").asString().equals("3"))
                        .map(row -> row.get("iso3").asString()))
                .containsExactly(countries.split(" "));
    }

    @Test
    void cubaIsTierThreeFrom2003To2014AndOnTheWatchListFrom2015To2018() {
        var expected = new TreeMap<Integer, String>();
        IntStream.rangeClosed(2003, 2014).forEach(year -> expected.put(year, "3"));
        IntStream.rangeClosed(2015, 2018).forEach(year -> expected.put(year, "2WL"));
        var found = new TreeMap<Integer, String>();
        rows(CommandLineRun.of("tiers --country Cuba --years 2003-2018 --format json"))
                .forEach(row ->
                        found.put(row.get("year").asInt(), row.get("tier").asString()));
        assertThat(found).isEqualTo(expected);
    }
}
