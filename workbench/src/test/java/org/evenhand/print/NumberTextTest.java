package org.evenhand.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.evenhand.core.Basis;
import org.evenhand.core.Figure;
import org.evenhand.core.Interval;
import org.evenhand.core.Sample;
import org.evenhand.core.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
    @ParameterizedTest(name = "{1} {0} is {2}")
    @CsvSource({
        "PEOPLE,406,406 people",
        "PEOPLE,1,1 person",
        "PEOPLE,20900000,'20,900,000 people'",
        "COUNT,-1234,'-1,234'",
        "COUNT,0,0",
        "COUNT,-0.0,0",
        "COUNT,12.5,12",
        "COUNT,0.4,0.40",
        "YEARS,1,1 year",
        "COUNTRY_YEARS,487,487 country-years",
        "SHARE,0.3333333333333333,0.333",
        "SHARE,1,1.000",
        "PROBABILITY,0.00012,0.00012",
        "PROBABILITY,0.000000000123,1.2E-10",
        "NUMBER,-1234.5678,'-1,234.568'",
        "NUMBER,1e18,1.00E+18",
        "USD_CURRENT,1234567890,'1,234,567,890 current US$'"
    })
    void aValueIsWrittenWithTheDecimalsOfItsUnit(Unit unit, double value, String text) {
        assertThat(NumberText.withUnit(figure(value, unit, Interval.OBSERVED, Basis.SOURCED)))
                .isEqualTo(text);
    }

    @Test
    void anIntervalNamesItsLevelAndMethod() {
        var interval = new Interval.Between(0.03, 0.31, 0.95, "Clopper–Pearson");
        assertThat(NumberText.prose(figure(0.12, Unit.SHARE, interval, Basis.SOURCED)))
                .isEqualTo("0.120 (0.030 to 0.310, 95%, Clopper–Pearson)");
        assertThat(NumberText.prose(figure(0.12, Unit.SHARE, interval, Basis.DERIVED)))
                .isEqualTo("0.120 (d; 0.030 to 0.310, 95%, Clopper–Pearson)");
    }

    @Test
    void whatIsNotStatedIsNotInvented() {
        var noLevel = new Interval.Between(19.5e6, 22.3e6, Double.NaN, "");
        assertThat(NumberText.prose(figure(20.9e6, Unit.PEOPLE, noLevel, Basis.SOURCED)))
                .isEqualTo("20,900,000 people (19,500,000 to 22,300,000)");
        assertThat(NumberText.prose(figure(29.8e6, Unit.PEOPLE, Interval.NOT_STATED, Basis.SOURCED)))
                .isEqualTo("29,800,000 people (no interval stated)");
        assertThat(NumberText.prose(figure(2, Unit.COUNT, Interval.OBSERVED, Basis.UNVERIFIED)))
                .isEqualTo("2 (u)");
        var open = new Interval.Between(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0.999, "profile");
        assertThat(NumberText.prose(figure(2, Unit.NUMBER, open, Basis.SOURCED)))
                .isEqualTo("2.000 (-∞ to ∞, 99.9%, profile)");
    }

    @Test
    void theLocaleOfTheMachineChangesNothing() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(NumberText.prose(
                            figure(1234.5, Unit.NUMBER, new Interval.Between(1, 2000, 0.9, "x"), Basis.SOURCED)))
                    .isEqualTo("1,234.500 (1.000 to 2,000.000, 90%, x)");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aSampleSaysWhatWasLeftOutAndWhy() {
        assertThat(NumberText.sample(new Sample("country-years", 1234, 2, "extent unknown")))
                .isEqualTo("country-years; n = 1,234, left out 2: extent unknown");
    }

    private static Figure figure(double value, Unit unit, Interval interval, Basis basis) {
        return new Figure(value, unit, interval, Sample.one("x"), basis, List.of("s"), "evenhand x");
    }
}
