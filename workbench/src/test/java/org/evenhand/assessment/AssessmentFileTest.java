package org.evenhand.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.evenhand.core.BadData;
import org.evenhand.core.EvenhandException;
import org.evenhand.core.ReportYear;
import org.evenhand.core.Tier;
import org.evenhand.law.Interpretations;
import org.evenhand.law.LawBook;
import org.evenhand.law.assessment.Bench;
import org.evenhand.law.assessment.Finding.Confidence;
import org.evenhand.law.history.PlacementHistory;
import org.evenhand.law.rules.Statute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class AssessmentFileTest {
    private static final LawBook BOOK = LawBook.load();

    private static final String GOOD = """
            format: evenhand-assessment/1
            country: XAA
            report_year: 2014
            placements: {2012: 2WL, 2013: 2WL}
            answers:
              MS-1: met
              MS-2:
                answer: met
                confidence: high
                sources: [law-2007]
                note: compared with the penal code
              MS-3: met
              MS-4: not met
              SC-1: 3
              SC-4: unknown
              TP-2: 3
              WL-3A: no
              WL-3B: yes
              WL-3C: no
              WW-1: yes
              WW-2: yes
              WW-3: yes
            facts:
              victim_flow_evidence: yes
              special_case: no
              waiver_reported: yes
              report_date: 2014-06-20
            actions:
              - id: a1
                supports: SC-1
                kind: prosecutions
                date: 2013-05-01
                status: done
                sources: [s1]
            """;

    private static org.evenhand.law.assessment.Assessment parse(String text) {
        return new AssessmentFile(BOOK, name -> name, PlacementHistory::empty).parse("my.yaml", text);
    }

    @Test
    void readsAnAssessmentAndTheLawRulesOnIt() {
        var assessment = parse(GOOD);
        assertThat(assessment.year()).isEqualTo(ReportYear.of(2014));
        assertThat(assessment.findings()).doesNotContainKey("SC-4").containsKey("report_date");
        var finding = assessment.findings().get("MS-2");
        assertThat(finding).isNotNull().satisfies(f -> {
            assertThat(f.confidence()).isEqualTo(Confidence.HIGH);
            assertThat(f.sources()).containsExactly("law-2007");
            assertThat(f.note()).isEqualTo("compared with the penal code");
        });
        assertThat(assessment.actions()).singleElement().matches(a -> a.kind().equals("prosecutions") && !a.stale());
        var verdict = new Bench(Statute.load(), Interpretations.DEFAULT).rule(assessment);
        assertThat(verdict.standing()).contains(Tier.WATCH_LIST);
        assertThat(verdict.route()).contains(org.evenhand.law.rules.Route.WAIVED);
    }

    @Test
    void theSameInJsonIsTheSame() {
        var json = """
                {"format": "evenhand-assessment/1", "country": "XAA", "report_year": 2014,
                 "answers": {"MS-1": "met", "SC-1": 3}, "facts": {"special_case": "no"}, "actions": []}
                """;
        var yaml = """
                format: evenhand-assessment/1
                country: XAA
                report_year: 2014
                answers: {MS-1: met, SC-1: 3}
                facts: {special_case: no}
                """;
        assertThat(parse(json)).isEqualTo(parse(yaml));
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            MS-1: met              | MS-1: perhaps          | my.yaml line 6, answers.MS-1: 'perhaps' is not on the scale, expected met, partly, not met, or unknown.
            SC-1: 3                | SC-1: 7                | my.yaml line 14, answers.SC-1: '7' is not on the scale, expected a whole number from 0 to 4, or unknown.
            WL-3A: no              | SE-4i: no              | my.yaml line 17, answers.SE-4i: SE-4i is not asked for report 2014, expected one of
            WL-3A: no              | WL-9: no               | my.yaml line 17, answers.WL-9: there is no question WL-9, expected one of
            MS-3: met              | MS-1: met              | my.yaml line 12, answers.MS-1: the key stands there twice, expected each key once.
            confidence: high       | confidence: sure       | my.yaml line 9, answers.MS-2.confidence: 'sure' is not a confidence, expected high, medium, low or not_stated.
            confidence: high       | certainty: high        | my.yaml line 9, answers.MS-2.certainty: the key certainty is not known here
            sources: [law-2007]    | sources: law-2007      | my.yaml line 10, answers.MS-2.sources: no list, expected a list.
            report_year: 2014      | report_year: 1999      | my.yaml line 3, report_year: '1999' is not a report year, expected 2001 or later.
            report_year: 2014      | year: 2014             | my.yaml line 3, year: the key year is not known here
            country: XAA           |                        | my.yaml line 1: the key country is missing, expected it.
            assessment/1           | assessment/9           | my.yaml line 1, format: 'evenhand-assessment/9' is not a known form, expected evenhand-assessment/1.
            2013: 2WL              | 2014: 2WL              | my.yaml line 4, placements.2014: a placement of 2014, expected reports before 2014.
            2013: 2WL              | 2013: 4                | my.yaml line 4, placements.2013: '4' is not a standing, expected 1, 2, 2WL, 3, SC or NR.
            special_case: no       | special_cases: no      | my.yaml line 25, facts.special_cases: there is no fact special_cases
            2014-06-20             | June 20                | my.yaml line 27, facts.report_date: 'June 20' is not on the scale, expected a date such as 2014-06-20, or unknown.
            kind: prosecutions     | kind: speech           | my.yaml line 31, actions[0].kind: 'speech', expected one of enforcement
            date: 2013-05-01       | date: 2013-13-01       | my.yaml line 32, actions[0].date: '2013-13-01' is not a date
            supports: SC-1         | supports: SC-99        | my.yaml line 30, actions[0].supports: there is no question SC-99
            id: a1                 | id: a 1                | the id 'a 1', expected an id of letters and digits, each once.
            answers:               | answers: [              | it is not YAML or JSON
            MS-4: not met          | MS-4: [met]            | my.yaml line 13, answers.MS-4: several values, expected a single one.
            """)
    void everyMistakeNamesKeyAndLine(String good, @org.jspecify.annotations.Nullable String bad, String message) {
        assertThat(GOOD).contains(good);
        var text = GOOD.replaceFirst(
                java.util.regex.Pattern.quote(good), java.util.regex.Matcher.quoteReplacement(bad == null ? "" : bad));
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(BadData.class)
                .hasMessageContaining(message)
                .satisfies(e -> assertThat(((EvenhandException) e).remedy()).isNotBlank());
    }

    @Test
    void emptyAndHostileFilesGetOneMessage() {
        for (var text : List.of(
                "",
                "# nothing\n",
                "- a\n- b\n",
                "word",
                "{",
                "a: &x [*x]",
                "\t",
                "a: b: c",
                "[".repeat(5000),
                "? [a]\n: b\n")) {
            assertThatThrownBy(() -> parse(text))
                    .as(text.substring(0, Math.min(9, text.length())))
                    .isInstanceOf(BadData.class);
        }
    }

    @Test
    void readsFilesAndRefusesWhatIsNoText(@TempDir Path folder) throws IOException {
        var reader = new AssessmentFile(BOOK, name -> name, PlacementHistory::empty);
        var file = Files.writeString(folder.resolve("a.yaml"), "\uFEFF" + GOOD);
        assertThat(reader.read(file)).isEqualTo(parse(GOOD));
        Files.write(file, new byte[] {(byte) 0xC3, (byte) 0x28});
        assertThatThrownBy(() -> reader.read(file)).isInstanceOf(BadData.class).hasMessageContaining("not UTF-8");
        assertThatThrownBy(() -> reader.read(folder.resolve("none.yaml")))
                .isInstanceOf(BadData.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void thePublishedSchemaNamesTheSameQuestionsFactsAndWords() throws IOException {
        var schema = JsonMapper.shared().readTree(AssessmentSchema.text(BOOK));
        var answers = new TreeSet<>(schema.at("/properties/answers/properties").propertyNames());
        var facts = new TreeSet<>(schema.at("/properties/facts/properties").propertyNames());
        assertThat(answers).hasSize(BOOK.criteria().size());
        assertThat(facts).hasSize(BOOK.factKeys().size());
        assertThat(schema.at("/properties/answers/properties/SC-1/anyOf/0/maximum")
                        .asInt())
                .isEqualTo(4);
        assertThat(Files.readString(Path.of("..", "docs", "assessment.schema.json")))
                .as("docs/assessment.schema.json is the schema of this law; write it anew from AssessmentSchema")
                .isEqualTo(AssessmentSchema.text(BOOK));
    }
}
