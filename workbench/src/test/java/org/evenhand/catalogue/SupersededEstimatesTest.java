package org.evenhand.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.evenhand.harness.ShippedCatalogue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which published estimate stands in place of which, on the shipped table of estimates.
class SupersededEstimatesTest {
    private static final List<Estimate> ALL =
            VictimRecords.of(ShippedCatalogue.open()).estimates();

    /// The Global Estimates of 2017 are published by the ILO and Walk Free together, so that they stand in
    /// place of the earlier estimates of either; a U.S. figure is no edition of them, and the newest is
    /// superseded by none.
    @ParameterizedTest(name = "{0} is superseded: {1}")
    @CsvSource({
        "ILO2012-world, true",
        "GSI2016-world, true",
        "GEMS2017-fl, true",
        "GEMS2022-fl, false",
        "GSI2018-MEX, true",
        "GSI2023-MEX, false",
        "ILO2012-latin, false",
        "STATE2013-stock, false"
    })
    void aLaterEditionOfTheSamePublisherConceptAndScopeSupersedes(String key, boolean superseded) {
        var estimate = ALL.stream().filter(e -> e.key().equals(key)).findFirst().orElseThrow();
        assertThat(ALL.stream().anyMatch(estimate::supersededBy)).isEqualTo(superseded);
    }
}
