package org.evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenhand.harness.CommandLineRun;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A mistake costs one message, which says what was found and what to do, and exit code 2; the same command
/// gives the same bytes.
class MistakesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "tiers --country Cubba | Cuba (CUB)",
                "tiers --country Venezuala | Venezuela (VEN)",
                "country Hondurras | Honduras (HND)",
                "account --region Mexicoo | Mexico (MEX)",
                "tiers --country Congo | three-letter code",
                "tiers --yeer 2014 | --yeer",
                "tiers --year 20x4 | '20x4' is not a year",
                "tiers --year 1999 | from 2001 to 2025",
                "tiers --years 2014-2010 | backwards",
                "tiers --year 2014 --years 2010-2012 | Give one of them",
                "tiers --region NOWHERE | No region or country",
                "tiers --format xml | 'xml' is not a format",
                "account --year 1999 | there is no report of 1999",
                "interests --interest oil | 'oil' is not an interest",
                "sources no-such-key | no-such-key",
                "clock --year 2015 --interpretation nonsense | NAME=READING",
                "acount | acount",
                "data | check",
                "tiers -o /no/such/folder/x.txt --year 2014 | does not exist"
            })
    void costsOneMessage(String command, String words) {
        var run = CommandLineRun.of(command);
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("evenhand: ").contains(words).doesNotContain("Exception");
        assertThat(run.errorLines()).hasSizeBetween(2, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account",
                "account --format json",
                "account --format html",
                "account --format markdown",
                "country HTI",
                "tiers --format csv",
                "clock --year 2015 --explain",
                "victims --region LAC --year 2013"
            })
    void theSameCommandGivesTheSameBytes(String command) {
        var first = CommandLineRun.of(command);
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(CommandLineRun.of(command)).isEqualTo(first);
    }
}
