package org.evenhand.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.evenhand.cli.CommandQuestionsForTests;
import org.evenhand.core.BadRequest;
import org.evenhand.influence.Dimension;
import org.evenhand.influence.UniverseReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The address of a run says all that was asked.
class JobRequestTest {
    private static final Runs RUNS = CommandQuestionsForTests.shipped().runs();

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anIdIsReadBackAsTheSameRequest(long seed) {
        var random = org.evenhand.statistics.tasks.Streams.of(20010101, seed);
        var universe = RUNS.declared(Routes.UNIVERSES.get(random.nextInt(Routes.UNIVERSES.size())));
        var kept = new LinkedHashMap<String, List<String>>();
        for (var choice : universe.choices()) {
            var options = new ArrayList<>(choice.options());
            options.removeIf(_ -> random.nextBoolean());
            kept.put(choice.key(), options.isEmpty() ? choice.options() : options);
        }
        var request = new JobRequest(universe, kept, random.nextInt(1000), random.nextInt(Integer.MAX_VALUE));
        assertThat(request.id()).matches("[a-z0-9_-]+").hasSizeLessThan(100);
        assertThat(JobRequest.of(request.id(), RUNS)).contains(request);
    }

    @Test
    void orderAndRepetitionChangeNoAddress() {
        var trade = RUNS.declared("trade");
        var one = JobRequest.read(trade, Map.of("lag", List.of("2", "1"), "seed", List.of("1")));
        assertThat(one).isEqualTo(JobRequest.whole(trade));
        assertThat(one.chosen()).isEmpty();
        var part = JobRequest.read(trade, Map.of("lag", List.of("1", "1")));
        assertThat(part.chosen()).containsExactly("lag=1");
        assertThat(part.command()).isEqualTo("evenhand multiverse trade --choose lag=1 --permutations 99 --seed 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "trade",
                "trade-0000000000000000-1-9-1",
                "weather-SUM-1ffff-9-1",
                "trade-SUM-0-9-1",
                "trade-SUM-ffffffffffffffffffffffff-9-1",
                "trade-SUM-FULL-9999-1",
                "trade-SUM-FULL-9-9999999999",
                "trade-SUM-FULL-09-1",
                "trade-SUM-0FULL-9-1",
                "trade-SUM-FULL-9-1/..",
                "../trade-SUM-FULL-9-1",
                "trade-SUM-FULL-9--1",
            })
    void whatNoRequestHasIsNoId(String pattern) {
        var whole = JobRequest.whole(RUNS.declared("trade"));
        var parts = whole.id().split("-");
        var id = pattern.replace("SUM", parts[1]).replace("FULL", parts[2]);
        assertThat(JobRequest.of(id, RUNS)).isEmpty();
        assertThat(JobRequest.of("trade-%s-%s-9-1".formatted(parts[1], parts[2]), RUNS))
                .isPresent();
    }

    @Test
    void aChoiceWithoutAnOptionANumberTooLargeAndAnUnknownNameAreRefused() {
        var trade = RUNS.declared("trade");
        for (var said : List.of(
                Map.of("lag", List.<String>of()),
                Map.of("lag", List.of("7")),
                Map.of("weather", List.of("1")),
                Map.of("permutations", List.of("1000")),
                Map.of("permutations", List.of("99999999999999999999")),
                Map.of("permutations", List.of("-1")),
                Map.of("seed", List.of("2147483648")),
                Map.of("seed", List.of("1", "2")))) {
            assertThatThrownBy(() -> JobRequest.read(trade, said))
                    .as(said.toString())
                    .isInstanceOf(BadRequest.class);
        }
    }

    @Test
    void theUniversesAndChoicesOfTheWebAreThoseOfTheProgram() {
        assertThat(Routes.UNIVERSES).isEqualTo(UniverseReader.SHIPPED);
        for (var dimension : Dimension.values()) {
            assertThat(Texts.of(Language.ENGLISH).keys()).contains("choice.of." + dimension.key());
        }
        var declared = RUNS.declared("waivers");
        var universe = UniverseReader.find("waivers");
        assertThat(declared.checksum()).isEqualTo(universe.checksum());
        assertThat(declared.specifications()).isEqualTo(universe.points().size());
        assertThat(declared.choices()).hasSize(Dimension.values().length);
    }
}
