package org.evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evenhand.panel.ShippedData;
import org.evenhand.print.Screen;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `evenhand law`, as a user runs it on the shipped data.
class LawCommandTest {
    private record Answer(int code, String out, String err) {
        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    @BeforeAll
    static void prepare() {
        ShippedData.catalogue();
    }

    private static Answer run(String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var session = new Session(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Screen.PLAIN,
                Path.of(".."),
                Path.of("target", "test-catalogue"),
                Path.of("target", "no-user-data"));
        int code = Main.run(session, args);
        return new Answer(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static String[] words(String line) {
        return line.split(" ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "law rules --year 2019 --kind judgement",
                "law show WL-LIMIT",
                "law show wl-3c --year 2019",
                "law diff 2018 2019",
                "law diff 2022 2023",
                "law explain CHN 2013",
                "law explain GNQ 2021 --interpretation return-waiver=not-needed --format json",
                "law calendar --year 2025",
                "law audit",
                "law audit --format json",
                "law assess --template MEX 2014",
                "law assess --schema",
                "law rules --format csv",
                "law --help"
            })
    void answersAndIsTheSameTwice(String line) {
        var first = run(words(line));
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).isNotBlank().doesNotContain("\r", "\t");
        assertThat(run(words(line)).out()).isEqualTo(first.out());
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            law                                       | 2 | What about the law?
            law show WL-99                            | 2 | there is no rule 'WL-99'
            law rules --year 1999                     | 2 | There is no report of 1999.
            law rules --kind sure                     | 2 | '--kind: 'sure' is not a kind of rule.
            law explain Atlantis 2013                 | 2 | No country is called 'Atlantis'.
            law explain CHN 2013 --interpretation x=y | 2 | there is no interpretation 'x'
            law explain CHN 2013 --interpretation x   | 2 | 'x' is not NAME=READING
            law calendar --year 2025 --report-date x  | 2 | --report-date: 'x' is not a date.
            law assess                                | 2 | Either an assessment file or --template is needed
            law assess none.yaml                      | 3 | none.yaml cannot be read.
            """)
    void aMistakeGetsOneMessageAndItsCode(String line, int code, String message) {
        var answer = run(words(line));
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.err()).contains(message.startsWith("'--") ? message.substring(1) : message);
        assertThat(answer.err()).doesNotContain("Exception");
    }

    @Test
    void theListOfRulesIsJson() {
        var rules = run("law", "rules", "--format", "json").json();
        assertThat(rules.size()).isEqualTo(92);
        var in2018 = run("law", "rules", "--year", "2018", "--format", "json").json();
        assertThat(in2018.valueStream().map(r -> r.at("/rule").asString()))
                .contains("WL-3C")
                .doesNotContain("WL-REINSTATE");
    }

    @Test
    void explainsChina2013WithItsTrace() {
        var answer = run("law", "explain", "China", "2013");
        assertThat(answer.out())
                .contains("route LIMIT or MERITS")
                .contains("WL-LIMIT")
                .contains("22 USC 7107(b)(2)(D)(i)")
                .contains("placement 2012: 2WL")
                .contains("n = 4");
        var json = run("law", "explain", "CHN", "2013", "--format", "json").json();
        assertThat(json.at("/kind").asString()).isEqualTo("law-explanation");
        assertThat(json.toString()).contains("WL-WAIVER").contains("no waiver time is left");
    }

    @Test
    void anotherReadingIsSaidAndChangesTheAnswer() {
        var plain = run("law", "explain", "GNQ", "2021").out();
        var other = run("law", "explain", "GNQ", "2021", "--interpretation", "return-waiver=not-needed")
                .out();
        assertThat(plain).doesNotContain("contrary to the rule").contains("return-waiver=needed");
        assertThat(other).contains("contrary to the rule").contains("return-waiver=not-needed");
    }

    /// The clause stands in the determinations: PD 2019-05 (i), PD 2022-06 (ii), PD 2020-12 both, PD 2013-16 waived.
    @org.junit.jupiter.params.ParameterizedTest(name = "{0} {1}: (i) {2}, (ii) {3}")
    @org.junit.jupiter.params.provider.CsvSource({
        "BOL, 2018, met, not met",
        "CUB, 2021, not met, met",
        "CUB, 2020, met, met",
        "CHN, 2013, not met, not met"
    })
    void theClauseOfARestrictionIsReadFromTheDetermination(String iso3, String year, String first, String second) {
        var rulings = new java.util.TreeMap<String, String>();
        run("law", "explain", iso3, year, "--format", "json")
                .json()
                .findParents("ruling")
                .forEach(r ->
                        rulings.put(r.at("/rule").asString(), r.at("/ruling").asString()));
        assertThat(rulings).containsEntry("SA-1A-i", first).containsEntry("SA-1A-ii", second);
    }

    @Test
    void theCalendarKnowsTheDayOfTheReport() {
        var days = run("law", "calendar", "--year", "2025", "--format", "json").json();
        assertThat(days.valueStream().filter(d -> d.at("/rule").asString().equals("CA-5")))
                .as("determinations, and the special watch list by the same day")
                .hasSize(2)
                .allMatch(d -> d.at("/date").asString().equals("2025-12-28"))
                .noneMatch(d -> d.at("/assumed").asBoolean());
    }

    @Test
    void theAuditExcusesNothingInSilence() {
        var text = run("law", "audit", "--format", "json").out();
        assertThat(text).contains("ended when the list was closed").contains("necessary condition only");
        assertThat(text).doesNotContain("went on after the list was closed");
        assertThat(text).contains("not among the waivers recorded for this report");
    }

    @Test
    void theAuditNamesTheDowngradesThatTheReturnRuleForced() {
        var findings = run("law", "audit", "--format", "json").json();
        var forced = new java.util.ArrayList<String>();
        findings.findParents("may_be").forEach(f -> {
            if (f.at("/kind").asString().equals("downgrade")) {
                forced.add("%s %s %s"
                        .formatted(
                                f.at("/iso3").asString(),
                                f.at("/year").asInt(),
                                f.at("/rule").asString()));
            }
        });
        assertThat(forced)
                .containsExactly(
                        "BLR 2022 WL-REINSTATE",
                        "DZA 2023 WL-REINSTATE",
                        "BRN 2024 WL-REINSTATE",
                        "TCD 2025 WL-REINSTATE");
    }

    @Test
    void theClockOfTheNextReportCanBeReadAndTheOneAfterSaysWhatItLacks() {
        var next = run("clock", "--country", "COG", "--year", "2026", "--format", "json")
                .json()
                .get(0);
        assertThat(next.at("/consecutive_years").asInt()).isEqualTo(3);
        assertThat(next.at("/forced").asBoolean()).isTrue();
        assertThat(next.at("/needs_waiver").asBoolean()).isFalse();
        assertThat(next.at("/earliest_with_waivers").asInt()).isEqualTo(2026);
        assertThat(run("clock", "--year", "2027").err()).contains("from 2001 to 2026");
        assertThat(run("law", "explain", "COG", "2027").out())
                .contains("missing: placement 2026", "No placement is on record for this report");
        assertThat(run("clock", "--country", "HTI", "--year", "2025", "--format", "json")
                        .json()
                        .get(0)
                        .at("/consecutive_years")
                        .asInt())
                .as("a country asked for has its row although its clock does not run")
                .isZero();
    }

    @Test
    void anAssessmentOfTheStandardsTakesCoverageForGrantedAndSaysSo(@TempDir Path folder) throws IOException {
        var file = folder.resolve("thailand.yaml");
        Files.writeString(file, """
                format: evenhand-assessment/1
                country: THA
                report_year: 2014
                answers: {MS-1: partly, TP-2: 3, WL-3A: no, WL-3B: yes, WL-3C: no}
                """);
        assertThat(run("law", "assess", file.toString()).out())
                .contains("Tier 3, route LIMIT.", "assumed: not in the file", "WL-3B=no");
        Files.writeString(file, Files.readString(file) + "facts: {special_case: unknown}\n");
        assertThat(run("law", "assess", file.toString()).out()).contains("unknown, for want of special_case");
    }

    @Test
    void aTemplateIsAnAssessmentThatAnswersNothing(@TempDir Path folder) throws IOException {
        var file = folder.resolve("mexico.yaml");
        assertThat(run("law", "assess", "--template", "MEX", "2014", "-o", file.toString())
                        .code())
                .isZero();
        assertThat(Files.readString(file))
                .contains("country: MEX")
                .contains("MS-1:")
                .contains("Evidence: policy_index")
                .contains("[sd-dta]");
        var answer = run("law", "assess", file.toString());
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("unknown, for want of special_case, victim_flow_evidence");
        var filled = Files.readString(file)
                .replace("victim_flow_evidence: unknown", "victim_flow_evidence: yes")
                .replace("special_case: unknown", "special_case: no");
        for (var answerOf : new String[] {
            "MS-1 met", "MS-2 met", "MS-3 met", "MS-4 not met", "TP-2 3", "WL-3A no", "WL-3B no", "WL-3C no"
        }) {
            var key = answerOf.substring(0, answerOf.indexOf(' '));
            filled = filled.replace(
                    "  " + key + ":\n    answer: unknown",
                    "  " + key + ":\n    answer: " + answerOf.substring(key.length() + 1));
        }
        Files.writeString(file, filled);
        var verdict = run("law", "assess", file.toString(), "--explain");
        assertThat(verdict.out())
                .contains("Tier 2, route MERITS.")
                .contains("MS-4=met")
                .contains("WL-3A=yes");
        var json = run("law", "assess", file.toString(), "--format", "json").json();
        assertThat(json.at("/kind").asString()).isEqualTo("law-verdict");
        Files.writeString(file, filled.replace("answer: met", "answer: mett"));
        var wrong = run("law", "assess", file.toString());
        assertThat(wrong.code()).isEqualTo(3);
        assertThat(wrong.err())
                .contains("mexico.yaml line ")
                .contains("answers.MS-1")
                .contains("'mett'");
    }
}
