package org.evenhand.statistics.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DesignTest {
    private static final Design.Panel PANEL = new Design.Panel("iso3", "year");

    private static Frame frame() {
        var columns = new LinkedHashMap<String, Frame.Column>();
        columns.put("iso3", Frame.read(List.of("AAA", "AAA", "AAA", "BBB", "BBB", "BBB")));
        columns.put("year", Frame.read(List.of("2001", "2002", "2003", "2001", "2002", "2004")));
        columns.put("aid", Frame.read(List.of("0", "10", "20", "5", "NA", "15")));
        columns.put("gdp", Frame.read(List.of("1", "2", "4", "8", "16", "32")));
        columns.put("region", Frame.read(List.of("WHA", "WHA", "WHA", "AF", "AF", "AF")));
        columns.put("odd name", Frame.read(List.of("1", "0", "1", "0", "1", "0")));
        return Frame.of(6, columns);
    }

    private static Design design(String terms) {
        return Design.of(frame(), Terms.parse(terms), PANEL, List.of());
    }

    @Test
    void missingValuesAreCountedByTermAndNoRowFallsOutSilently() {
        var design = design("aid, lag(gdp, 1)");
        // aid lacks one row; the first year of each country and the year after a gap have no lag.
        assertThat(design.missing())
                .containsExactly(new Design.Missing("aid", 1), new Design.Missing("lag(gdp, 1)", 3));
        assertThat(design.rows()).containsExactly(1, 2);
        assertThat(design.dropped()).isEqualTo(4);
        assertThat(design.x().column(1)).containsExactly(1, 2);
    }

    @Test
    void aLagCountsTimeStepsNotRows() {
        // BBB has no row for 2003, so 2004 has no value one step before; two steps before is 2002.
        var design = design("lag(gdp, 2)");
        assertThat(design.rows()).containsExactly(2, 5);
        assertThat(design.x().column(0)).containsExactly(1, 16);
    }

    @Test
    void factorsLeaveOutTheReferenceAndNameTheirColumns() {
        assertThat(design("factor(region)").names()).containsExactly("region[WHA]");
        assertThat(design("factor(region, WHA)").names()).containsExactly("region[AF]");
        assertThat(design("factor(year)").names()).containsExactly("year[2002]", "year[2003]", "year[2004]");
        assertThatThrownBy(() -> design("factor(region, EUR)"))
                .hasMessage("factor(region, EUR): no complete row of region is 'EUR'.");
    }

    @Test
    void interactionsMultiplyEveryPairOfColumns() {
        var design = design("gdp*factor(region)");
        assertThat(design.names()).containsExactly("gdp", "region[WHA]", "gdp:region[WHA]");
        assertThat(design.x().column(2)).containsExactly(1, 2, 4, 0, 0, 0);
        assertThat(design.simpleTerms()).hasSize(2);
    }

    @Test
    void standardisingUsesTheCompleteRowsOnly() {
        var design = design("std(gdp), aid");
        var x = design.x().column(0);
        double mean = java.util.Arrays.stream(x).average().orElseThrow();
        double squares = java.util.Arrays.stream(x).map(v -> v * v).sum();
        assertThat(mean).isCloseTo(0, within(1e-15));
        assertThat(squares / 4).as("five complete rows").isCloseTo(1, within(1e-14));
    }

    @Test
    void logarithmsOfWhatHasNoneAreRefusedByRow() {
        assertThatThrownBy(() -> design("log(aid)"))
                .isInstanceOf(DesignProblem.class)
                .hasMessage("log(aid): row 1 has 0.0, which has no such logarithm.");
        assertThat(design("log1p(aid)").x().get(1, 0)).isCloseTo(Math.log(11), within(1e-15));
        assertThat(design("log(gdp)").x().get(2, 0)).isEqualTo(Math.log(4));
    }

    @Test
    void changesReachInteractions() {
        var design = design("gdp*factor(region)");
        var gdp = new Term.Plain("gdp");
        var more = design.changed(Map.of(gdp, new Change.Add(100)));
        assertThat(more.column(0)).containsExactly(101, 102, 104, 108, 116, 132);
        assertThat(more.column(2)).containsExactly(101, 102, 104, 0, 0, 0);
        var all = design.changed(Map.of(new Term.Factor("region", ""), new Change.SetLabel("WHA")));
        assertThat(all.column(2)).containsExactly(1, 2, 4, 8, 16, 32);
    }

    @Test
    void backquotesHoldNamesWithSpaces() {
        var design = design("`odd name`:gdp");
        assertThat(design.names()).containsExactly("`odd name`:gdp");
    }

    @Test
    void aNewlyInfiniteOrTextualValueIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> Frame.of(1, Map.of("x", Frame.read(List.of("Infinity")))))
                .hasMessage("Column x, row 1: Infinity is not a finite number.");
        assertThatThrownBy(() -> design("region")).hasMessage("Column region holds labels such as 'WHA', not numbers.");
        assertThatThrownBy(() -> design("tier")).hasMessage("There is no column 'tier'.");
    }

    @Test
    void aRepeatedUnitAndTimeHasNoLag() {
        var columns = new LinkedHashMap<String, Frame.Column>();
        columns.put("iso3", Frame.read(List.of("AAA", "AAA")));
        columns.put("year", Frame.read(List.of("2001", "2001")));
        columns.put("x", Frame.read(List.of("1", "2")));
        var frame = Frame.of(2, columns);
        assertThatThrownBy(() -> Design.of(frame, Terms.parse("lag(x, 1)"), PANEL, List.of()))
                .hasMessage("Rows 1 and 2 are both AAA at 2001.");
        assertThatThrownBy(() -> Design.of(frame, Terms.parse("lag(x, 1)"), Design.Panel.NONE, List.of()))
                .hasMessage("A lag needs to know unit and time.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a,|character 3: expected a term",
                "cube(a)|character 6: 'cube' is not a function",
                "lag(a, x)|character 8: expected a number of steps",
                "lag(a, 0)|character 9: a lag is at least 1",
                "log(a|character 6: expected a closing bracket",
                "a b|character 3: expected a comma",
                "`a|character 1: the backquote is not closed"
            })
    void whatCannotBeReadIsPointedAt(String terms, String where) {
        assertThatThrownBy(() -> Terms.parse(terms))
                .isInstanceOf(DesignProblem.class)
                .hasMessageContaining(where);
    }

    @Test
    void termsReadBackAsTheyAreWritten() {
        var text = "prosecution, log(gdp), lag(log1p(aid), 2), factor(region, AF), ally:lag(trade, 1), std(x)";
        var terms = Terms.parse(text);
        assertThat(String.join(", ", terms.stream().map(Term::text).toList())).isEqualTo(text);
        assertThat(Terms.parse("")).isEmpty();
    }
}
