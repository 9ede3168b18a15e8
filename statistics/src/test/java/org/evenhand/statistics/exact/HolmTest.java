package org.evenhand.statistics.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {
    /// R 4.2.2: p.adjust(c(.01, .04, .03, .005, .9, .04), "holm").
    @Test
    void agreesWithPAdjustOfR() {
        assertThat(Holm.adjust(0.01, 0.04, 0.03, 0.005, 0.9, 0.04))
                .containsExactly(new double[] {0.05, 0.12, 0.12, 0.03, 0.9, 0.12}, within(1e-15));
    }

    @Test
    void oneTestIsLeftAloneAndNoneGivesNone() {
        assertThat(Holm.adjust(0.2)).containsExactly(0.2);
        assertThat(Holm.adjust()).isEmpty();
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Holm.adjust(0.1, Double.NaN))
                .withMessageContaining("position 2");
    }
}
