package org.evenhand.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Fifteen documented cases; the table can be read, and checked, without Java.
class WorkedCasesTest {
    @ParameterizedTest(name = "{0} {1} report {3}: {5}  [{6}]")
    @CsvFileSource(
            resources = "/org/evenhand/law/worked-cases.csv",
            numLinesToSkip = 1,
            emptyValue = "",
            nullValues = {})
    void rulesAsDocumented(
            String id,
            String iso3,
            String record,
            int year,
            @org.jspecify.annotations.Nullable String facts,
            String expected,
            String citedAt) {
        assertThat(citedAt).as("a row without a citation does not count").isNotBlank();
        assertThat(RulingTable.differences(
                        RulingTable.matter(iso3, record, year, facts == null ? "" : facts), expected))
                .isEmpty();
    }

    @Test
    void aWrongExpectationIsSeen() {
        var matter = RulingTable.matter("CHN", "2009-2012:2WL", 2013, "merits=2WL");
        for (var wrong : new String[] {
            "WL-LIMIT=not met",
            "WL-LIMIT.n=3",
            "TP-5.route=MERITS",
            "WL-WAIVER~recorded",
            "WL-LIMIT#counting=other",
            "WL-3C=not in force"
        }) {
            assertThat(RulingTable.differences(matter, wrong)).as(wrong).isPresent();
        }
    }

    @Test
    void allFifteenCasesAreThere() {
        var cases = new TreeSet<String>();
        LawReader.resource("worked-cases.csv").lines().skip(1).forEach(line -> cases.add(line.split(",")[0]));
        assertThat(cases).hasSize(15);
    }
}
