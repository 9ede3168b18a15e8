package org.evenhand.victims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Flow;
import org.evenhand.catalogue.Flows;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;
import org.evenhand.document.Document;
import org.evenhand.document.Provenance;
import org.evenhand.panel.ShippedData;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowsTest {
    private static final Catalogue CATALOGUE = ShippedData.catalogue();

    private static Document flows(String region, int year, Optional<String> type) {
        return FlowAnswer.of(
                CATALOGUE,
                CATALOGUE.countries().region(region),
                year,
                type,
                new Provenance("evenhand flows --region " + region + " --year " + year, "evenhand", "0", ""));
    }

    private static List<DataTable> tables(Document document, String id) {
        return document.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .flatMap(block -> switch (block) {
                    case Block.Tabular(var table) -> java.util.stream.Stream.of(table);
                    case Block.Chart chart -> java.util.stream.Stream.of(chart.data());
                    default -> java.util.stream.Stream.<DataTable>empty();
                })
                .filter(table -> table.id().startsWith(id))
                .toList();
    }

    private static double value(Cell cell) {
        return cell instanceof Cell.Number(var figure) ? figure.value() : 0;
    }

    /// Totals as the sources' files have them, counted when the tables were compiled.
    @DisplayName("Each source's rows reconcile with its own totals: people or statements, rows, suppressed cells")
    @ParameterizedTest
    @CsvSource({
        "detected_victims_by_citizenship, 360303, 8658, 4947",
        "uk_nrm_referrals_by_nationality, 3253, 102, 0",
        "coded_statements_in_report, 16387, 9743, 0"
    })
    void totals(String measure, long total, int rows, long suppressed) {
        var flows = Flows.of(CATALOGUE).of(measure);
        assertThat(flows).hasSize(rows);
        assertThat(flows.stream().mapToLong(f -> f.count().orElse(0)).sum()).isEqualTo(total);
        assertThat(flows.stream().filter(f -> f.count().isEmpty()).count()).isEqualTo(suppressed);
    }

    @DisplayName("In every answer each route is in one direction, and the directions add up to the region's rows")
    @ParameterizedTest
    @CsvSource({"LAC, 2014", "LAC, 2016", "EUR, 2013", "SCA, 2010", "WORLD, 2014", "GTM, 2014"})
    void directionsAddUp(String region, int year) {
        var chosen = CATALOGUE.countries().region(region);
        var document = flows(region, year, Optional.empty());
        for (var measure : FlowMeasure.of(Optional.empty())) {
            var rows = measure.rows(Flows.of(CATALOGUE)).stream()
                    .filter(f -> f.year() == year && chosen.contains(f.origin()))
                    .toList();
            long expected = rows.stream().mapToLong(f -> f.count().orElse(0)).sum();
            long suppressed = rows.stream().filter(f -> f.count().isEmpty()).count();
            for (var table : tables(document, "directions-" + measure.key().replaceAll("[^a-z]+", "-"))) {
                var all = table.rows().getLast();
                double sum = table.rows().subList(0, table.rows().size() - 1).stream()
                        .mapToDouble(row -> value(row.get(2)))
                        .sum();
                assertThat(sum).isEqualTo(expected);
                assertThat(value(all.get(2))).isEqualTo(expected);
                assertThat(value(all.get(4))).isEqualTo(suppressed);
            }
        }
    }

    @DisplayName("Mexico to the United States, detected in 2014: 538; a suppressed route shows nothing")
    @Test
    void corridors() {
        var table =
                tables(flows("MEX", 2014, Optional.empty()), "top-out-detected").getFirst();
        assertThat(table.rows().getFirst().get(2)).isEqualTo(Cell.words("USA"));
        assertThat(value(table.rows().getFirst().get(4))).isEqualTo(538);
        var hidden = Flows.of(CATALOGUE).of("detected_victims_by_citizenship").stream()
                .filter(f -> f.count().isEmpty() && f.year() == 2014)
                .findFirst()
                .orElseThrow();
        var origin = tables(flows(hidden.origin(), 2014, Optional.empty()), "top-out-detected")
                .getFirst();
        assertThat(origin.rows())
                .anyMatch(row -> row.get(2).equals(Cell.words(hidden.destination()))
                        && row.get(4).equals(Cell.absent(Cell.Absence.SUPPRESSED)));
    }

    @DisplayName("A type shows statements of that type only")
    @Test
    void byType() {
        var document = flows("LAC", 2014, Optional.of("forced_labour"));
        double shown =
                value(tables(document, "directions").getFirst().rows().getLast().get(2));
        var region = CATALOGUE.countries().region("LAC");
        assertThat(shown)
                .isEqualTo(Flows.of(CATALOGUE).of("type:forced_labour").stream()
                        .filter(f -> f.year() == 2014 && region.contains(f.origin()))
                        .mapToInt(f -> f.count().orElse(0))
                        .sum());
        assertThat(Flows.of(CATALOGUE).all().stream().map(Flow::measure)).doesNotContain("repatriations");
    }

    @DisplayName("Certified victims: fiscal year 2013, 520 = 406 + 114; the other federal series is apart, 2,315")
    @Test
    void certified() {
        var document = CertifiedVictims.of(
                CATALOGUE,
                CATALOGUE.countries().region("WORLD"),
                2013,
                2013,
                new Provenance("evenhand victims certified", "evenhand", "0", ""));
        var total = tables(document, "certified-or-eligible-total")
                .getFirst()
                .rows()
                .getFirst();
        assertThat(value(total.get(4))).isEqualTo(520);
        assertThat(value(total.get(5)) + value(total.get(6))).isEqualTo(520);
        assertThat(total.get(1)).isEqualTo(Cell.words(""));
        var other = tables(document, "detected-victims-other-federal-series")
                .getFirst()
                .rows()
                .getFirst();
        assertThat(value(other.get(4))).isEqualTo(2315);
        assertThat(other.get(1)).isEqualTo(Cell.words("new series"));
    }

    @DisplayName("Published estimates: Mexico's 341,000 is kept and marked as superseded by 850,000")
    @Test
    void published() {
        var document = PublishedEstimates.of(
                CATALOGUE,
                CATALOGUE.countries().region("MEX"),
                new Provenance("evenhand prevalence --published", "evenhand", "0", ""));
        var rows = tables(document, "estimates-modern-slavery-stock").getFirst().rows();
        assertThat(rows).hasSize(2);
        assertThat(value(rows.get(0).get(6))).isEqualTo(341_000);
        assertThat(rows.get(0).get(8)).isEqualTo(Cell.flag(true));
        assertThat(value(rows.get(1).get(6))).isEqualTo(850_000);
        assertThat(rows.get(1).get(8)).isEqualTo(Cell.flag(false));
    }
}
