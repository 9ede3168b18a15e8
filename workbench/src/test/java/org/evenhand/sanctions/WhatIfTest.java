package org.evenhand.sanctions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.evenhand.core.BadData;
import org.evenhand.document.Cell;
import org.evenhand.document.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WhatIfTest {
    private static final Facts FACTS = new Facts(Shipped.CATALOGUE);
    private static final List<String> REGIONS = List.of("WORLD", "LAC", "AF", "EAP", "EUR", "NEA", "SCA", "WHA");

    static LongStream seeds() {
        return LongStream.range(0, 300).map(i -> Long.getLong("property.seed", 20010101L) + i);
    }

    /// Random policies over random reports and regions: parts equal totals to the cent, in every line and
    /// over lines.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void partsEqualTotalsToTheCent(long seed) {
        var random = new SplittableRandom(seed);
        int year = random.nextInt(2003, 2026);
        var region = Shipped.CATALOGUE.countries().region(REGIONS.get(random.nextInt(REGIONS.size())));
        var answer = WhatIf.of(Shipped.CATALOGUE, region, year, policy(random));

        var over = WhatIf.Sums.NONE;
        for (var line : answer.byDecision().values()) {
            assertAddsUp(line);
            over = over.plus(line);
        }
        assertThat(over).isEqualTo(answer.all());
        assertAddsUp(answer.all());
        long total = 0;
        for (var c : answer.cases()) {
            total += c.aid().map(AidSplit::total).orElse(0L);
        }
        assertThat(answer.all().total()).isEqualTo(total);
        assertThat(answer.all().countries()).isEqualTo(answer.cases().size());
    }

    /// The same as printed: by decision, by bureau, by country, by kind of aid, and for the world as the sum
    /// of its bureaus; whatever the policy.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyViewAddsUpToTheCent(long seed) {
        var random = new SplittableRandom(seed);
        int year = random.nextInt(2003, 2026);
        var policy = policy(random);
        var document = WhatIfDocument.of(Shipped.CATALOGUE, Shipped.WORLD, year, policy, Shipped.ASKED);
        var decisions = cents(document, "what-if-sums", 3);
        var bureaus = cents(document, "what-if-bureaus", 3);
        var recorded = cents(document, "what-if-recorded", 3);
        for (var table : List.of(decisions, recorded, bureaus)) {
            for (long[] line : table) {
                assertThat(line[1] + line[2] + line[3] + line[4] + line[5]).isEqualTo(line[0]);
            }
            assertThat(sum(table.subList(0, table.size() - 1), 8)).isEqualTo(table.getLast());
        }
        assertThat(bureaus.getLast()).isEqualTo(decisions.getLast());
        // Whatever is decided, the aid is the same.
        assertThat(java.util.Arrays.copyOf(recorded.getLast(), 6))
                .isEqualTo(java.util.Arrays.copyOf(decisions.getLast(), 6));
        // By country: all aid, withheld at least and at most.
        long[] all = decisions.getLast();
        assertThat(sum(cents(document, "what-if", 6), 3)).isEqualTo(new long[] {all[0], all[6], all[7]});
        // The bureaus asked for one by one, and the countries that have none.
        var apart = new ArrayList<long[]>();
        for (String region : List.of("AF", "EAP", "EUR", "NEA", "SCA", "WHA")) {
            apart.add(parts(
                    WhatIf.of(Shipped.CATALOGUE, Shipped.CATALOGUE.countries().region(region), year, policy)
                            .all()));
        }
        WhatIf.of(Shipped.CATALOGUE, Shipped.WORLD, year, policy).cases().stream()
                .filter(c -> Shipped.CATALOGUE
                        .countries()
                        .of(c.entry().iso3())
                        .flatMap(country -> country.bureau())
                        .isEmpty())
                .forEach(c -> apart.add(parts(WhatIf.Sums.of(c))));
        assertThat(sum(apart, 8)).isEqualTo(all);
    }

    private static long[] parts(WhatIf.Sums s) {
        return new long[] {
            s.total(),
            s.humanitarian(),
            s.narcotics(),
            s.caught(),
            s.undetermined(),
            s.difference(),
            s.least(),
            s.most()
        };
    }

    /// The amounts of a printed table from a column on, in cents; nothing where there is none on record.
    private static List<long[]> cents(Document document, String id, int from) {
        return Objects.requireNonNull(document.tables().get(id)).rows().stream()
                .map(row -> row.subList(from, row.size()).stream()
                        .filter(cell -> !(cell instanceof Cell.Words))
                        .mapToLong(cell -> cell instanceof Cell.Number(var figure) ? AidSplit.cents(figure.value()) : 0)
                        .toArray())
                .toList();
    }

    private static long[] sum(List<long[]> lines, int columns) {
        long[] sums = new long[columns];
        for (long[] line : lines) {
            for (int i = 0; i < columns; i++) {
                sums[i] += line[i];
            }
        }
        return sums;
    }

    private static void assertAddsUp(WhatIf.Sums s) {
        assertThat(s.humanitarian() + s.narcotics() + s.caught() + s.undetermined() + s.difference())
                .isEqualTo(s.total());
        assertThat(s.least()).isBetween(0L, s.most());
    }

    private static Policy policy(SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> new Policy.AllTier3();
            case 1 -> new Policy.NoWaivers();
            case 2 -> new Policy.AsWaived();
            default -> {
                var text = new StringBuilder("name: random\notherwise: %s\nrules:\n".formatted(decision(random)));
                for (int rule = 0; rule < random.nextInt(5); rule++) {
                    text.append("  - decide: %s\n    if: %s".formatted(decision(random), condition(random)));
                    text.append(random.nextBoolean() ? " and " + condition(random) : "")
                            .append('\n');
                }
                try {
                    yield PolicyFile.read("random.yaml", text.toString(), FACTS);
                } catch (BadData e) {
                    // Conditions drawn at random may exclude each other, which a file may not: draw again.
                    assertThat(e.getMessage()).containsAnyOf("never hold together", "never decides");
                    yield policy(random);
                }
            }
        };
    }

    private static String decision(SplittableRandom random) {
        return List.of("restrict", "partial", "waive").get(random.nextInt(3));
    }

    private static String condition(SplittableRandom random) {
        var names = new ArrayList<>(FACTS.names());
        String sign = List.of(">=", "<=", ">", "<", "=", "!=").get(random.nextInt(6));
        long value = List.of(0L, 1L, 3L, 1_000_000L, 1_000_000_000L).get(random.nextInt(5));
        return "%s %s %d within %d years"
                .formatted(names.get(random.nextInt(names.size())), sign, value, random.nextInt(1, 5));
    }

    @Test
    void asWaivedDecidesAsRecorded() {
        var answer = WhatIf.of(Shipped.CATALOGUE, Shipped.WORLD, 2014, new Policy.AsWaived());
        assertThat(answer.cases())
                .allSatisfy(c -> assertThat(c.verdict().decision()).isEqualTo(c.recorded()));
        assertThat(countries(answer, Decision.WAIVE)).isEqualTo(13);
        assertThat(countries(answer, Decision.EXTENT_UNKNOWN)).isEqualTo(10);
    }

    /// In 2003 ten of fifteen were found to comply after the report.
    @Test
    void withoutWaiversThoseFoundToComplyAreStillExempt() {
        var noWaivers = WhatIf.of(Shipped.CATALOGUE, Shipped.WORLD, 2003, new Policy.NoWaivers());
        assertThat(countries(noWaivers, Decision.COMPLIED)).isEqualTo(10);
        assertThat(countries(noWaivers, Decision.RESTRICT)).isEqualTo(5);
        var all = WhatIf.of(Shipped.CATALOGUE, Shipped.WORLD, 2003, new Policy.AllTier3());
        assertThat(countries(all, Decision.RESTRICT)).isEqualTo(15);
    }

    private static long countries(WhatIf answer, Decision decision) {
        return Objects.requireNonNull(answer.byDecision().get(decision)).countries();
    }
}
