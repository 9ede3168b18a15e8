package org.evenhand.sanctions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
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
                yield PolicyFile.read("random.yaml", text.toString(), FACTS);
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
        return java.util.Objects.requireNonNull(answer.byDecision().get(decision))
                .countries();
    }
}
