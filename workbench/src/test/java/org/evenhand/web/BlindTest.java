package org.evenhand.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.evenhand.core.ReportYear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A blind assessment tells nothing of whose it is until the assessor commits.
class BlindTest {
    private final Site site = Served.SERVER.site();

    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([0-9a-f]{32})\"");

    static String secret() {
        var match = FORM.matcher(Served.get("/assess").body());
        assertThat(match.find()).isTrue();
        return match.group(1);
    }

    private String source(String number) {
        var ask = new Ask("/assess/blind/" + number, Map.of(), Language.ENGLISH, "http://localhost", true);
        return new String(site.get(ask).body(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void noPageOfAnyCountryNamesIt() {
        var catalogue = org.evenhand.harness.ShippedCatalogue.open();
        for (int year : new int[] {2010, 2014, 2023}) {
            // What stands on the page of every country, such as the United States in a question, tells nothing.
            var other = source(site.blind().open("FRA", ReportYear.of(year)));
            for (var placement :
                    catalogue.placements().in(year, catalogue.countries().region("WORLD"))) {
                var country = catalogue.countries().of(placement.iso3()).orElseThrow();
                var page = source(site.blind().open(country.iso3(), ReportYear.of(year)));
                for (var word : List.of(country.iso3(), country.name(), country.officialName())) {
                    var named = Pattern.compile("(?<![A-Za-z])" + Pattern.quote(word) + "(?![A-Za-z])");
                    boolean everywhere = !country.iso3().equals("FRA")
                            && named.matcher(other).find();
                    assertThat(!everywhere && named.matcher(page).find())
                            .as(word + " in the blind page of " + year)
                            .isFalse();
                }
                assertThat(page).contains("<fieldset");
            }
        }
    }

    @Test
    void figuresAreInClassesAndYearsAreDistances() {
        var year = ReportYear.of(2014);
        assertThat(Blind.veiled("law_enforcement 2012: prosecutions 68, convictions 1351 [unodc_glotip_2025]", year))
                .hasValue(
                        "law_enforcement, 2 years before the report: prosecutions 10 to 99, convictions 1,000 or more");
        assertThat(Blind.veiled("laws: year_criminalised 2007, unodc_2018_coverage all [crim_kelley]", year))
                .hasValue("laws: year_criminalised known, unodc_2018_coverage all");
        assertThat(Blind.veiled("child_soldiers 2013: note Chad was listed [x]", year))
                .isEmpty();
    }

    @Test
    void committingShowsTheCountryAndTheAnswersStand() {
        var number = site.blind().open("MEX", ReportYear.of(2014));
        var path = "/assess/blind/" + number;
        var body = "form=" + secret() + "&MS-1=met";
        assertThat(Served.post(path, body, "Content-Type", "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(303);
        assertThat(source(number)).contains("Mexico");
        Served.post(path, "form=" + secret() + "&MS-1=not+met", "Content-Type", "application/x-www-form-urlencoded");
        assertThat(site.blind().of(number).committed().orElseThrow().answers().get("MS-1"))
                .extracting(org.evenhand.assessment.Draft.Said::answer)
                .isEqualTo("met");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://evil.example | cross-site | 403",
                "null | cross-site | 403",
                "http://localhost.evil | same-site | 403",
            })
    void aFormOfAnotherSiteIsRefused(String origin, String site, int status) {
        var reply = Served.post(
                "/assess/blind",
                "form=" + secret() + "&year=2014",
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Origin",
                origin,
                "Sec-Fetch-Site",
                site);
        assertThat(reply.statusCode()).isEqualTo(status);
    }

    @Test
    void aFormWithoutTheMarkOfThisServerIsRefused() {
        assertThat(Served.post("/assess/blind", "year=2014", "Content-Type", "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Served.post("/assess", "{}", "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(400);
        assertThat(Served.post("/map", "x=1").statusCode()).isEqualTo(404);
    }
}
