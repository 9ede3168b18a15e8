package org.evenhand.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.TreeMap;
import org.evenhand.core.BadData;
import org.evenhand.core.BadRequest;
import org.evenhand.core.EvenhandException;
import org.evenhand.law.rules.Statute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The tables of the law: complete, and refused when they contradict each other.
class LawBookTest {
    private final LawBook book = LawBook.load();

    @Test
    void holdsNinetyTwoRulesEachWithLogic() {
        assertThat(book.rules()).hasSize(92);
        assertThat(book.rules().stream().map(Rule::id).toList()).containsExactlyInAnyOrderElementsOf(Statute.ruled());
    }

    @Test
    void marksWhatWasNotVerified() {
        assertThat(book.rule("SR-3").unverified()).isTrue();
        assertThat(book.rule("WL-LIMIT").unverified()).isFalse();
        assertThat(book.rule("SC-9").unverified()).isFalse();
        assertThat(book.rule("SC-9").inForce(2013).orElseThrow().unverified()).isTrue();
        assertThat(book.rule("SC-1").inForce(2002).orElseThrow().unverified()).isFalse();
        assertThat(book.measures().stream().filter(Measure::unverified).map(Measure::id))
                .containsExactly("SA-1A-ii", "DF4-FAA", "CS-PKO", "TR-TPA");
    }

    @Test
    void composesAmendmentsThatStartTogether() {
        var version = book.rule("DF-4").inForce(2019).orElseThrow();
        assertThat(version.amendments()).hasSize(2);
        assertThat(version.source()).isEqualTo("P.L. 115-254 (section unverified) and P.L. 115-427 §2(1)");
        assertThat(version.years()).isEqualTo("2019-");
        assertThat(version.unverified()).isTrue();
    }

    @Test
    void endsWhatWasRepealed() {
        assertThat(book.rule("WL-3C").inForce(2018)).isPresent();
        assertThat(book.rule("WL-3C").inForce(2019)).isEmpty();
        assertThat(book.rule("CS-9").inForce(2013)).isPresent();
        assertThat(book.rule("CS-9").inForce(2014)).isEmpty();
        assertThat(book.rule("CS-9").inForce(2019)).isPresent();
        assertThat(book.rule("CS-9").inForce(2009)).isEmpty();
        assertThat(book.rule("CS-9").versions().getFirst().years()).isEqualTo("2010-2013");
    }

    @Test
    void findsARuleWhateverTheCase() {
        assertThat(book.rule(" wl-limit ").id()).isEqualTo("WL-LIMIT");
        assertThat(book.rule("WL-LIMIT").family()).isEqualTo("WL");
        assertThatThrownBy(() -> book.rule("WL-9"))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("'WL-9'");
    }

    @Test
    void asksEachYearItsQuestions() {
        assertThat(book.criteria(2018))
                .extracting(Criterion::key)
                .contains("WL-3C")
                .doesNotContain("SE-4i");
        assertThat(book.criteria(2019))
                .extracting(Criterion::key)
                .contains("SE-4i")
                .doesNotContain("WL-3C");
        assertThat(book.criteria(2008)).extracting(Criterion::key).doesNotContain("SC-12");
        assertThat(book.criteria()).hasSize(50);
        assertThat(book.criterion("WW-1").orElseThrow().rule()).isEqualTo("WL-WAIVER");
        assertThat(book.criterion("nothing")).isEmpty();
    }

    @Test
    void namesParametersByYear() {
        assertThat(book.number("WL-MAX.waiver_years", 2018)).isEqualTo(2);
        assertThat(book.number("WL-MAX.waiver_years", 2019)).isEqualTo(1);
        assertThat(book.parameter("WL-MAX.waiver_years", 2008)).isEmpty();
        assertThat(book.flag("CS-3.peacekeeping", 2013)).isTrue();
        assertThat(book.parameters())
                .isSortedAccordingTo(
                        java.util.Comparator.comparing(Parameter::name).thenComparing(Parameter::from));
        assertThat(book.parameters()).hasSizeGreaterThan(50);
        assertThatThrownBy(() -> book.number("WL-MAX.waiver_years", 2008)).hasMessageContaining("no value in 2008");
        assertThatThrownBy(() -> book.parameter("nothing", 2008)).hasMessageContaining("nothing");
    }

    @Test
    void everyQuestionHasAScaleThatCanBeRead() {
        book.criteria().forEach(c -> assertThat(book.scale(c.key())).as(c.key()).isPresent());
        book.factKeys().forEach(f -> assertThat(book.scale(f.key())).as(f.key()).isPresent());
        assertThat(book.scale("nothing")).isEmpty();
    }

    @Test
    void measuresByYear() {
        assertThat(book.measures(2009))
                .extracting(Measure::id)
                .doesNotContain("CS-FMF")
                .contains("SA-1A-i");
        assertThat(book.measures(2010))
                .extracting(Measure::id)
                .contains("CS-FMF")
                .doesNotContain("CS-PKO");
        assertThat(book.measures(2013)).extracting(Measure::id).contains("CS-PKO");
        assertThat(book.measures()).hasSize(15);
    }

    @ParameterizedTest(name = "{0}: {1} -> {2} stops with {3}")
    @CsvSource(delimiter = '|', textBlock = """
            versions.csv | WL-WAIVER,1,2011,2018, | WL-WAIVER,1,2011,2019, | on report year 2019 WL-WAIVER v1 (P.L. 110-457 §107, reports 2011-2019) and WL-WAIVER v2 (P.L. 115-427 §6(2)(C), reports 2019-) all apply
            versions.csv | WL-WAIVER,1,2011,2018, | WL-WAIVER,1,2011,2017, | no version of WL-WAIVER on report year 2018, in which rules.csv has it in force; there is 2011-2017, 2019-
            versions.csv | WL-3C,1,2004,2018, | WL-3C,1,2004,2019, | WL-3C v1 (P.L. 108-193 §6 (117 Stat. 2883), reports 2004-2019) applies on report year 2019, in which rules.csv has WL-3C not in force
            versions.csv | DF-4,3,2019,, | DF-4,3,2019,2030, | start together and end apart
            versions.csv | SE-4,1,2019,,douglass-2018 | SE-4,1,2018,,douglass-2018 | 2019 or later, when Frederick Douglass TVPPRA 2018 began
            versions.csv | SE-4,1,2019,,douglass-2018 | SE-4,1,2019,,nothing | act is 'nothing', expected a key of acts.csv
            versions.csv | SE-4,1,2019 | XX-4,1,2019 | no version of SE-4 on report year 2019, in which rules.csv has it in force; there is none at all
            versions.csv | SE-4,1,2019 | SE-4,one,2019 | version is 'one', expected a whole number
            versions.csv | rule,version | rule,versions | the header is
            rules.csv | ,mechanical,,22 USC 7107(d)(6) | ,guesswork,,22 USC 7107(d)(6) | kind is 'guesswork', expected one of [judgement, mechanical, mixed]
            rules.csv | ,2010-2013;2019-, | ,from 2010, | expected spans such as 2010-2013;2019-
            rules.csv | DF-5,Multi | DF-4,Multi | DF-4
            acts.csv | tvpra-2005,TVPRA 2005 | tvpra-2003,TVPRA 2005 | expected each act once
            acts.csv | ,2009,no | ,2009,perhaps | unverified is 'perhaps', expected yes or no
            parameters.csv | WL-MAX,2019,,1 | WL-MAX,2018,,1 | from is '2018', expected a year in which a version of WL-MAX starts, or a milestone
            parameters.csv | WL-MAX,2009,2018,2 | WL-MAX,2009,2019,2 | WL-MAX.waiver_years has two values, '2' from 2009 and '1' from 2019, in the same report year
            parameters.csv | WL-MAX,2009,2018,2 | WL-XXX,2009,2018,2 | no rule WL-XXX in rules.csv
            milestones.csv | PR-1,2006, | PR-1,2006,extra, | 4 fields, expected 3
            milestones.csv | PR-1,2006,the | PR-1,2006,"the | a quoted field is never closed
            milestones.csv | PR-1,2006,the | PR-1,2006,"the" | after a quoted field, expected a comma or the end of the line
            milestones.csv | the good-faith exception of the 2004 and 2005 cycles is spent | | what is '', expected a value
            criteria.csv | MS-2,MS-2, | MS-1,MS-2, | expected each criterion once
            facts.csv | special_case, | victim_flow_evidence, | expected each fact once
            rests_on.csv | SC-12,SC-3 | SC-12,SC-99 | no rule SC-99
            deadlines.csv | ,TP-4, | ,TP-99, | no rule TP-99
            """)
    void refusesTablesThatContradictEachOther(String file, String found, String planted, String message) {
        var texts = new TreeMap<>(LawReader.shippedTexts());
        var text = texts.getOrDefault(file, "");
        assertThat(text).contains(found);
        texts.put(
                file,
                text.replaceFirst(
                        java.util.regex.Pattern.quote(found),
                        planted == null ? "" : java.util.regex.Matcher.quoteReplacement(planted)));
        assertThatThrownBy(() -> LawReader.read(texts))
                .isInstanceOf(BadData.class)
                .hasMessageContaining(message)
                .satisfies(e -> assertThat(((EvenhandException) e).remedy()).isNotBlank());
    }

    @Test
    void namesARuleOfTheVersionsThatDoesNotExist() {
        var texts = new TreeMap<>(LawReader.shippedTexts());
        texts.merge("versions.csv", "XX-1,1,2019,,tvpra-2017,,new,no\n", String::concat);
        assertThatThrownBy(() -> LawReader.read(texts)).hasMessageContaining("versions.csv: no rule XX-1");
    }

    @Test
    void namesATableThatIsMissing() {
        var texts = new TreeMap<>(LawReader.shippedTexts());
        texts.remove("acts.csv");
        assertThatThrownBy(() -> LawReader.read(texts)).hasMessageContaining("acts.csv is missing");
    }

    @Test
    void theLineOfAnErrorCountsQuotedNewlines() {
        assertThatThrownBy(() -> CsvTable.read("t.csv", "a,b\n\"x\n\"\"y\"\"\",1\n1,2,3\n", "a,b"))
                .hasMessage("t.csv line 4: 3 fields, expected 2");
        var rows = CsvTable.read("t.csv", "a,b\n\"x\n\"\"y\"\"\",1\nlast,2", "a,b");
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().get("a")).isEqualTo("x\n\"y\"");
        assertThat(rows.getFirst().line()).isEqualTo(2);
        assertThat(rows.getLast().get("b")).isEqualTo("2");
        assertThatThrownBy(() -> rows.getLast().get("c")).hasMessageContaining("no column c");
    }

    @Test
    void actsAreInTheBook() {
        assertThat(book.acts()).hasSize(13);
        assertThat(book.acts().stream().filter(Act::unverified).map(Act::key))
                .containsExactly("trade-2015", "tftea-2016", "build-2018");
        assertThat(book.deadlines()).hasSize(12);
        assertThat(book.milestones()).hasSize(7);
        assertThat(book.restsOn("TP-1")).contains("MS-1", "TP-4");
        assertThat(book.restsOn("DF-1")).isEmpty();
    }
}
