package org.evenhand.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.harness.CommandLineRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every page answers, in both languages, and the API gives the bytes of the command.
class PagesTest {
    /// Every route with what it needs, and the pages that are no route.
    static List<String> pages() {
        var pages = new ArrayList<>(List.of("/", "/about", "/api", "/law", "/sanctions", "/victims", "/influence"));
        for (var route : Routes.of(2025).all()) {
            // Tables that users hand in or add: HandedInTest, ServedMicrodataTest.
            if (route.handed() || route.key().equals("victims.people")) {
                continue;
            }
            pages.add(
                    switch (route.key()) {
                        case "country" -> "/country/CUB";
                        case "year" -> "/year/2014";
                        case "law.show" -> "/law/rule/WL-LIMIT";
                        case "law.explain" -> "/law/trace?country=CHN&year=2013";
                        case "why" -> "/influence/why?country=CUB";
                        case "divergence.country" -> "/influence/country/CUB";
                        case "like" -> "/influence/like?country=MEX";
                        case "universe" -> "/influence/universe/trade";
                        case "source" -> "/source/pd-2014";
                        case "fit" -> "/influence/fit?outcome=tier&levels=1,2,2WL,3&terms=rule_of_law&cluster=iso3";
                        case "sanctions.weigh" -> "/sanctions/weigh?draws=1000";
                        default -> route.path();
                    });
        }
        return pages;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageAnswersInBothLanguages(String page) {
        for (var address : List.of(page, page + (page.contains("?") ? "&" : "?") + "lang=es")) {
            var reply = Served.get(address);
            assertThat(reply.statusCode()).as(address).isEqualTo(200);
            assertThat(reply.body())
                    .startsWith("<!DOCTYPE html>")
                    .contains("<h1")
                    .contains("<main")
                    .contains("lang=\"" + (address.endsWith("lang=es") ? "es" : "en") + "\"")
                    .doesNotContain(" style=\"")
                    .doesNotContain("<style")
                    .doesNotContain("javascript:")
                    .doesNotContain(" onclick")
                    .doesNotContain("src=\"http");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/tiers?years=2014&region=LAC | tiers --year 2014 --region LAC --format json",
                "/api/v1/account | account --format json",
                "/api/v1/country/VEN | country VEN --format json",
                "/api/v1/determinations?region=LAC&years=2014 | determinations --region LAC --year 2014 --format json",
                "/api/v1/law/compare?from=2018&to=2019 | law diff 2018 2019 --format json",
                "/api/v1/law/trace?country=CHN&year=2013 | law explain CHN 2013 --format json",
                "/api/v1/law/clock?year=2015 | clock --year 2015 --format json",
                "/api/v1/sanctions/ledger | sanctions ledger --region LAC --format json",
                "/api/v1/sanctions/what-if?policy=all-tier-3 | sanctions what-if --policy all-tier-3 --format json",
                "/api/v1/victims/certified | victims certified --format json",
                "/api/v1/sources | sources --format json",
                "/api/v1/influence/universes | universes --format json",
                "/api/v1/influence/universe/waivers | universes waivers --format json",
                "/api/v1/influence/panel?region=CUB&years=2010-2012 | panel --region CUB --years 2010-2012 --format json",
                "/influence/panel.csv?region=SCA&interest-lag=2 | panel --region SCA --interest-lag 2 --format csv",
                "/influence/panel.csv?table=codebook | panel --table codebook --format csv",
                "/api/v1/influence/fit?outcome=tier&levels=1,2,2WL,3&terms=rule_of_law&link=probit | fit --outcome tier --levels 1,2,2WL,3 --terms rule_of_law --link probit --format json",
                "/influence/fit.csv?outcome=tier&levels=1,2,2WL,3&terms=rule_of_law&cluster=iso3 | fit --panel --outcome tier --levels 1,2,2WL,3 --terms rule_of_law --cluster iso3 --format csv",
                "/influence/fit.csv?outcome=tier&levels=1,2,2WL,3&terms=rule_of_law&table=effects | fit --outcome tier --levels 1,2,2WL,3 --terms rule_of_law --table effects --format csv",
                "/victims/microdata.json | victims microdata --format json",
                "/influence/universe/trade.csv | universes trade --format csv",
                "/influence/universe/trade.csv?table=specifications | universes trade --specifications --format csv",
                "/influence/universe/trade.csv?table=choices-trade | universes trade --table choices-trade --format csv",
                "/tiers.csv?region=LAC&years=2014 | tiers --region LAC --year 2014 --format csv",
                "/sanctions/at-stake.csv?table=at-stake | sanctions at-stake --table at-stake --format csv",
                "/influence/country/CUB.json | divergence CUB --format json",
                "/influence/disparity.json | disparity --format json",
                "/source/pd-2014.json | sources pd-2014 --format json",
                "/source/pd-2014.csv | sources pd-2014 --format csv",
                "/account.json?region=AF&year=2020 | account --region AF --year 2020 --format json",
            })
    void theApiGivesTheBytesOfTheCommand(String address, String command) {
        var run = CommandLineRun.of(command);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Served.get(address).body()).isEqualTo(run.out());
    }

    @Test
    void anAnswerHasATagThatSavesSendingItAgain() {
        var first = Served.get("/api/v1/law/rules");
        var tag = first.headers().firstValue("ETag").orElseThrow();
        var again = Served.get("/api/v1/law/rules", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(Served.get("/api/v1/law/rules", "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip, deflate, br | true",
                "gzip;q=0.5 | true",
                "br;q=1.0, gzip;q=0.8 | true",
                "gzip;q=0 | false",
                "gzip;q=0.0, identity | false",
                "identity | false",
            })
    void anAnswerIsCompressedForWhoAsksForIt(String accepted, boolean packed) {
        var reply = Served.get("/api/v1/law/rules", "Accept-Encoding", accepted);
        assertThat(reply.headers().firstValue("Content-Encoding").isPresent()).isEqualTo(packed);
        assertThat(reply.headers().firstValue("Vary")).hasValue("Accept-Encoding");
    }

    @Test
    void aFileSaysHowToCiteIt() {
        assertThat(Served.get("/tiers.csv").headers().firstValue("Evenhand-Citation"))
                .hasValueSatisfying(c -> assertThat(c).contains("evenhand 0.1.0", "SHA-256", "/tiers"));
        assertThat(Served.get("/map.svg?region=LAC").body()).contains("SHA-256");
    }

    /// All placements are five thousand rows: on paper the first of them, as on the page, and a word on where the rest
    /// is.
    @Test
    void aLongTableIsCutOnPaperAsOnThePage() throws java.io.IOException {
        try (var pdf = org.apache.pdfbox.Loader.loadPDF(Served.bytes("/tiers.pdf"))) {
            assertThat(pdf.getNumberOfPages()).isLessThan(40);
            var text = new org.apache.pdfbox.text.PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            assertThat(text).contains("The first 400 of", "the CSV and the JSON hold all");
        }
        assertThat(Served.get("/tiers.csv").body().lines().count()).isGreaterThan(3_000);
    }

    @Test
    void filesAreWhatTheyClaimToBe() {
        assertThat(new String(Served.bytes("/law/rule/WL-LIMIT.pdf"), java.nio.charset.StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
        assertThat(Served.bytes("/map.png?region=SCA")).startsWith(0x89, 'P', 'N', 'G');
        assertThat(Served.get("/map.svg?figure=nothing").statusCode()).isEqualTo(422);
        assertThat(Served.get("/tiers.csv?table=nothing").statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/tiers?years=soon | 400 | years",
                "/api/v1/tiers?color=red | 400 | color",
                "/api/v1/country/Atlantis | 400 | Atlantis",
                "/api/v1/law/compare?from=1990 | 400 | from",
                "/api/v1/influence/fit | 400 | outcome",
                "/api/v1/influence/fit?outcome=tier&terms=nothing | 400 | --levels",
                "/api/v1/influence/fit?outcome=severity&terms=nothing | 400 | nothing",
                "/api/v1/victims/people/tiers | 400 | no table of people",
                "/api/v1/nothing | 404 | nothing",
                "/api/v1/law/rule/NOPE | 400 | NOPE",
                "/api/v1/country | 400 | country",
            })
    void aFailureIsAProblemDetail(String address, int status, String named) {
        var reply = Served.get(address);
        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(reply.body())
                .contains("\"status\":" + status, "\"title\":", "\"detail\":", "\"remedy\":")
                .contains(named);
    }

    @Test
    void aCountryHasOneAddress() {
        var reply = Served.get("/country/Cuba");
        assertThat(reply.statusCode()).isEqualTo(303);
        assertThat(reply.headers().firstValue("Location")).hasValue("/country/CUB");
        assertThat(Served.get("/country?country=Rep%C3%BAblica+Dominicana&lang=es")
                        .headers()
                        .firstValue("Location"))
                .hasValue("/country/DOM?lang=es");
    }

    @Test
    void aPageMissingWhatItNeedsAsksForIt() {
        var reply = Served.get("/country");
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).contains("name=\"country\"").contains("/year/2014");
    }

    @Test
    void everyNumberOfAPageLeadsToItsPassport() {
        var page = Served.get("/account").body();
        var matcher = java.util.regex.Pattern.compile("<a class=\"n\" href=\"#(p\\d+)\"")
                .matcher(page);
        int numbers = 0;
        while (matcher.find()) {
            numbers++;
            assertThat(page).contains("<li id=\"" + matcher.group(1) + "\">");
        }
        assertThat(numbers).isGreaterThan(500);
    }

    @Test
    void theDescriptionOfTheApiNamesEveryRoute() {
        var description = Served.get("/api/v1/openapi.json").body();
        for (var route : Routes.of(2025).all()) {
            assertThat(description).contains("\"" + route.path() + "\"");
        }
        assertThat(new tools.jackson.databind.ObjectMapper()
                        .readTree(description)
                        .path("openapi")
                        .asString())
                .startsWith("3.1");
    }

    /// Whoever answers in Spanish reads the answers in Spanish; what is sent and saved are the words of the law's
    /// scales.
    @Test
    void theAnswersOfAnAssessmentAreInTheLanguageOfThePage() {
        var page = Served.get("/assess?country=MEX&year=2014&lang=es").body();
        assertThat(page)
                .contains(
                        "<option value=\"not met\">no cumplido</option>", "<option value=\"partly\">en parte</option>")
                .doesNotContain("<option value=\"yes\" lang=\"en\"");
        assertThat(Served.get("/assess?country=MEX&year=2014").body())
                .contains("<option value=\"not met\">not met</option>");
    }

    /// What the server refuses on its own account is said in the language of the asker.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/nothing/here | No hay nada en /nothing/here.",
                "/law/rules?kind=x | kind: &#39;x&#39; no es posible.",
                "/law/rules?other=x | Aquí no hay ningún parámetro &#39;other&#39;.",
                "/country/Atlantis | Ningún país se llama &#39;Atlantis&#39;."
            })
    void aRefusalIsInTheLanguageOfTheAsker(String address, String said) {
        var page = Served.get(address + (address.contains("?") ? "&" : "?") + "lang=es")
                .body();
        assertThat(page).contains("<p>" + said + "</p>");
    }

    @Test
    void theInterfaceHasEveryTextInBothLanguages() {
        assertThat(Texts.of(Language.SPANISH).keys())
                .isEqualTo(Texts.of(Language.ENGLISH).keys());
        for (var key : Texts.of(Language.ENGLISH).keys()) {
            var placeholders = "%s";
            assertThat(Texts.of(Language.SPANISH).get(key).split(placeholders, -1))
                    .as(key)
                    .hasSameSizeAs(Texts.of(Language.ENGLISH).get(key).split(placeholders, -1));
            assertThat(Texts.of(Language.SPANISH).get(key)).as(key).isNotBlank();
        }
        for (var route : Routes.of(2025).all()) {
            assertThat(Texts.of(Language.ENGLISH).keys()).contains("route." + route.key(), "lead." + route.key());
            route.parameters()
                    .forEach(p -> assertThat(Texts.of(Language.ENGLISH).keys()).contains("parameter." + p.name()));
        }
    }
}
