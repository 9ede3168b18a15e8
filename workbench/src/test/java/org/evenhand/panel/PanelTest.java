package org.evenhand.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.evenhand.core.BadRequest;
import org.evenhand.core.Unranked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PanelTest {
    private static final Panel PANEL = Panel.of(ShippedData.catalogue(), Lags.DEFAULT);

    /// Expected values are rows of the tables named, year by the rule; ratification dates are the UN's (14 March 2015).
    @ParameterizedTest(name = "{2} of {0} in report {1}, lag {3}: {4}  [{5}]")
    @CsvSource({
        "CUB,2014,policy_overall,1,8,policy_index CUB 2013",
        "CUB,2013,ratified_trafficking_protocol,1,0,treaties CUB 2013-06-20: after the window that ended 2013-03-31",
        "CUB,2014,ratified_trafficking_protocol,1,1,treaties CUB 2013-06-20",
        "CUB,2015,ratified_trafficking_protocol,2,1,treaties CUB 2013-06-20: window that ended 2014-03-31",
        "CUB,2014,ratified_trafficking_protocol,2,0,treaties CUB 2013-06-20: window that ended 2013-03-31",
        "AFG,2009,criminalised,1,1,laws AFG year_criminalised 2008",
        "AFG,2008,criminalised,1,0,laws AFG year_criminalised 2008",
        "CUB,2015,state_sponsor,1,1,terrorism CUB 2014",
        "CUB,2016,state_sponsor,1,0,terrorism CUB 2015",
    })
    void aValueIsTakenFromTheYearThatItsRuleNames(
            String iso3, int year, String key, int lag, double expected, String recordedAt) {
        assertThat(value(PANEL.need(key), lag, iso3, year)).as(recordedAt).isEqualTo(expected);
    }

    @Test
    void whatIsNotRecordedIsNotANumber() {
        assertThat(value(PANEL.need("policy_overall"), 1, "CUB", 2016)).isNaN();
        assertThat(value(PANEL.need("hdi"), 1, "SOM", 2010)).isNaN();
    }

    @Test
    void aFiveYearlySeriesIsNeverTakenFromLaterYears() {
        var stock = PANEL.need("ln1p_us_foreign_born_stock");
        assertThat(value(stock, 1, "MEX", 2014)).isEqualTo(value(stock, 0, "MEX", 2010));
        assertThat(value(stock, 1, "MEX", 2016)).isEqualTo(value(stock, 0, "MEX", 2015));
        assertThat(value(stock, 1, "MEX", 2016)).isNotEqualTo(value(stock, 1, "MEX", 2015));
    }

    @Test
    void aSpecialCaseHasNoTier() {
        var severity = PANEL.severity();
        for (int i = 0; i < severity.length; i++) {
            assertThat(Double.isNaN(severity[i])).isEqualTo(PANEL.rows().get(i).standing() instanceof Unranked);
        }
    }

    @Test
    void moneyTakenBackKeepsItsSign() {
        assertThat(Transform.ASINH.apply(-1e6)).isEqualTo(-Transform.ASINH.apply(1e6));
        assertThat(Transform.ASINH.apply(1e6)).isCloseTo(StrictMath.log(2e6), within(1e-9));
        assertThat(Transform.LN.apply(0)).isNaN();
        assertThat(Transform.LN1P.apply(0)).isZero();
    }

    @Test
    void onlyMeasuresWithoutKnownDescentCountAsFreeOfTheReport() {
        assertThat(PANEL.need("policy_overall").ancestry().free()).isFalse();
        assertThat(PANEL.need("rule_of_law_wgi").ancestry().level()).isEqualTo("likely");
        for (var key : List.of("ratified_count", "ln1p_unodc_convictions", "government_effectiveness", "rule_of_law")) {
            assertThat(PANEL.need(key).ancestry().free()).as(key).isTrue();
        }
    }

    @Test
    void theFileHasAColumnForEveryVariableOfTheCodebookAndARowForEveryPlacement() {
        var lines = PanelCsv.print(PANEL, _ -> true).split("\n");
        assertThat(lines).hasSize(PANEL.rows().size() + 1);
        assertThat(List.of(lines[0].split(",")).subList(7, 7 + PANEL.variables().size()))
                .isEqualTo(PANEL.variables().stream().map(Variable::key).toList());
    }

    @Test
    void anUnknownVariableIsNamed() {
        assertThatThrownBy(() -> PANEL.column("tiers"))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("no variable 'tiers'");
    }

    private static double value(Variable variable, int lag, String iso3, int year) {
        var column = PANEL.column(variable, lag);
        for (int i = 0; i < column.length; i++) {
            var row = PANEL.rows().get(i);
            if (row.iso3().equals(iso3) && row.year() == year) {
                return column[i];
            }
        }
        throw new AssertionError("no placement of " + iso3 + " in " + year);
    }
}
