package org.evenhand.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.assessment.Draft.Act;
import org.evenhand.assessment.Draft.Said;
import org.evenhand.core.ReportYear;
import org.evenhand.core.Tier;
import org.evenhand.core.Unranked;
import org.evenhand.law.LawBook;
import org.evenhand.law.assessment.ConcreteAction;
import org.evenhand.law.assessment.Finding.Confidence;
import org.evenhand.law.history.PlacementHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is written is read back as it was, whatever an assessor types.
class AssessmentWriterTest {
    private static final AssessmentFile FILE =
            new AssessmentFile(LawBook.load(), name -> name, PlacementHistory::empty);

    private static Draft read(String text) {
        return FILE.draft("the test", text);
    }

    private static Draft empty() {
        return new Draft("XAA", ReportYear.of(2014), new TreeMap<>(), new TreeSet<>(), Map.of(), Map.of(), List.of());
    }

    /// A file in which this stands wherever words can stand.
    private static Draft with(String words) {
        var answers = new LinkedHashMap<String, Said>();
        answers.put("MS-1", new Said("not met", Confidence.HIGH, List.of(words, "b", words), words));
        answers.put("MS-2", new Said("", Confidence.NOT_STATED, List.of(words), words));
        answers.put("SC-1", new Said("3", Confidence.LOW, List.of(), ""));
        var placements = new TreeMap<ReportYear, org.evenhand.core.Standing>();
        placements.put(ReportYear.of(2012), Tier.WATCH_LIST);
        placements.put(ReportYear.of(2013), Unranked.SPECIAL_CASE);
        var action =
                new ConcreteAction("a1", "SC-1", "training", LocalDate.of(2013, 5, 1), "done", true, List.of("s", "s"));
        return new Draft(
                "XAA",
                ReportYear.of(2014),
                placements,
                new TreeSet<>(List.of(ReportYear.of(2012), ReportYear.of(2013))),
                answers,
                Map.of(
                        "special_case",
                        new Said("", Confidence.NOT_STATED, List.of(), words),
                        "report_date",
                        new Said("2014-06-20", Confidence.NOT_STATED, List.of(words), "")),
                List.of(new Act(action, words)));
    }

    static List<String> words() {
        return List.of(
                "plain",
                "",
                "yes",
                "null",
                "~",
                "0x1F",
                "1e3",
                "2014-06-20",
                "it's \"so\": {a, b} [c] #d",
                "'",
                "''",
                "\"",
                "\\",
                "\\n",
                "- a\n- b",
                "a: b\n  c: d\n",
                "# no comment",
                "&a *a !!int %TAG @x `y` | > ?",
                "---\n...\n",
                "two\n\n\nlines\n   indented",
                "ends with a colon:",
                "tab\there",
                "bell \u0007 nul \u0000 del \u007f nel \u0085 ls \u2028 bom \ufeff nbsp \u00a0 end",
                "bidi \u202e back",
                "Ελλάδα العربية 中文 😀 é e\u0301",
                "half a pair \ud83d end",
                "</textarea><script>alert(1)</script>",
                "long ".repeat(600) + "end");
    }

    @ParameterizedTest
    @MethodSource("words")
    void anyWordsAreReadBackAsTheyWere(String words) {
        var draft = with(words);
        assertThat(read(AssessmentWriter.write(draft))).isEqualTo(draft);
        var head = "format: %s\ncountry: XAA\nreport_year: 2014\n".formatted(AssessmentFile.FORMAT);
        var rest = read(head + AssessmentWriter.rest(draft));
        assertThat(rest.answers()).isEmpty();
        assertThat(rest.facts()).isEqualTo(draft.facts());
        assertThat(rest.actions()).isEqualTo(draft.actions());
        assertThat(rest.placements()).isEqualTo(draft.placements());
        assertThat(rest.waivers()).isEqualTo(draft.waivers());
    }

    @Test
    void wordsOfAnyCharactersAreReadBackAsTheyWere() {
        var random = new Random(20140620);
        var hard = "'\"\\\n\t:#-{}[]&*!|>%@`,? \u0000\u0085\u2028\u202e\ufeffaé中";
        for (int i = 0; i < 500; i++) {
            var words = new StringBuilder();
            for (int length = random.nextInt(24); length > 0; length--) {
                words.append(hard.charAt(random.nextInt(hard.length())));
            }
            var draft = with(words.toString());
            assertThat(read(AssessmentWriter.write(draft))).as(words.toString()).isEqualTo(draft);
        }
    }

    @Test
    void aFileThatSaysNothingSaysNothing() {
        assertThat(read(AssessmentWriter.write(empty()))).isEqualTo(empty());
        assertThat(AssessmentWriter.rest(empty())).isEmpty();
    }

    @Test
    void whatIsAssumedIsNotWritten() {
        var draft = read(
                "format: %s\ncountry: XAA\nreport_year: 2014\nanswers: {MS-1: met}\n".formatted(AssessmentFile.FORMAT));
        assertThat(FILE.assessment(draft).findings()).containsKeys("victim_flow_evidence", "special_case");
        assertThat(AssessmentWriter.write(draft)).doesNotContain("assumed", "victim_flow_evidence", "special_case");
    }
}
