package org.evenhand.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where a reader goes on from an answer: to questions that are there, about the same country and report.
class OnwardTest {
    private static final Routes ROUTES = Routes.of(2025);
    private static final Onward ONWARD = new Onward(2025);

    private static Asked asked(String address) {
        var parts = address.split("\\?", 2);
        var found = ROUTES.find(parts[0]).orElseThrow(() -> new AssertionError("there is nothing at " + address));
        var query = new LinkedHashMap<>(Ask.parameters(parts.length < 2 ? "" : parts[1]));
        if (!found.inPath().isEmpty()) {
            query.put(found.route().inPath().orElseThrow().name(), List.of(found.inPath()));
        }
        return Asked.read(found.route(), query);
    }

    /// Every step from every question is an address that is understood, and says nothing twice.
    @Test
    void everyStepIsAQuestion() {
        var from = new TreeSet<String>();
        for (var route : ROUTES.all()) {
            var values = new LinkedHashMap<String, List<String>>();
            for (var name : List.of("country", "year")) {
                route.parameter(name).ifPresent(p -> values.put(name, List.of(name.equals("year") ? "2014" : "CUB")));
            }
            var steps = ONWARD.from(new Asked(route, values));
            for (var step : steps) {
                if (!step.address().startsWith(AssessPages.PATH)) {
                    asked(step.address());
                }
                from.add(route.key());
            }
            assertThat(steps).extracting(Onward.Step::key).doesNotHaveDuplicates();
        }
        assertThat(from).contains("country", "divergence.country", "why", "account", "never", "universes");
    }

    @ParameterizedTest
    @CsvSource({
        "/country/CUB, /influence/country/CUB",
        "/country/CUB, /influence/like?country=CUB&year=2025",
        "/influence/country/CUB, /influence/universes",
        "/influence/why?country=CUB&from=2018&to=2019, /law/trace?country=CUB&year=2019",
        "/account?region=SCA&year=2020, /map?region=SCA&year=2020"
    })
    void aStepKeepsCountryRegionAndReport(String from, String to) {
        assertThat(ONWARD.from(asked(from))).extracting(Onward.Step::address).contains(to);
    }

    /// The first page asks in words what an analyst would ask.
    @Test
    void theFirstPageBeginsWithQuestions() {
        assertThat(Served.get("/").body())
                .contains(
                        "<a href=\"/influence/country\">Is a country&#39;s tier out of line with the evidence?</a>",
                        "<a href=\"/influence/never\">Who was never restricted?</a>",
                        "the line to cite");
        assertThat(Served.get("/?lang=es").body()).contains("¿A quién no se restringió nunca?");
    }
}
