package org.evenhand.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.evenhand.assessment.Draft;
import org.evenhand.core.BadRequest;
import org.evenhand.core.ReportYear;
import org.evenhand.law.LawBook;
import org.evenhand.law.assessment.Finding.Confidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is typed into the form of an assessment comes into the file, and from the file back into the form.
class AssessFormTest {
    private static final LawBook BOOK = LawBook.load();

    private static AssessForm posted(Map<String, List<String>> fields) {
        return AssessForm.posted(BOOK, "MEX", ReportYear.of(2014), new Posted(fields));
    }

    @Test
    void aNoteIsKeptBeforeAnAnswerIsChosen() {
        var form = posted(Map.of(
                "MS-1.note", List.of("to be looked up:\r\nthe penal code"),
                "MS-2.sources", List.of("penal-code-2012; Smith, 2014, p. 3"),
                "MS-3.confidence", List.of("low"),
                "MS-4", List.of("")));
        assertThat(form.answers()).containsOnlyKeys("MS-1", "MS-2", "MS-3");
        assertThat(said(form, "MS-1").note()).isEqualTo("to be looked up:\nthe penal code");
        assertThat(said(form, "MS-2").sources()).containsExactly("penal-code-2012", "Smith, 2014, p. 3");
        assertThat(said(form, "MS-3").confidence()).isEqualTo(Confidence.LOW);
        assertThat(form.file()).contains("to be looked up").contains("answer: unknown");
    }

    private static Draft.Said said(AssessForm form, String key) {
        return Objects.requireNonNull(form.answers().get(key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MS-1.confidence=sure",
                "MS-1.note=long",
            })
    void whatTheFormDoesNotOfferIsRefusedAndNothingIsCutShort(String field) {
        var parts = field.split("=");
        var value = parts[1].equals("long") ? "x".repeat(10_001) : parts[1];
        assertThatThrownBy(() -> posted(Map.of(parts[0], List.of(value))))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining(parts[0]);
    }

    @Test
    void sourcesOnOneLineComeApartAsTheyWere() {
        for (var sources : List.of(
                List.<String>of(),
                List.of("a"),
                List.of("a;", ";b"),
                List.of(";;", "a, b", "c;d;;e"),
                List.of("a", "b"))) {
            assertThat(AssessForm.apart(AssessForm.joined(sources)).stream()
                            .map(String::strip)
                            .filter(s -> !s.isEmpty())
                            .toList())
                    .isEqualTo(sources);
        }
    }
}
