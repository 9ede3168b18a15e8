package org.evenhand.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

class GoldenTest {
    @Test
    void theDifferenceShowsOnlyWhatDiffersAndALittleAround() {
        assertThat(Golden.difference("a\nb\nc\nd\ne\n", "a\nb\nX\nd\ne\n"))
                .isEqualTo("@@ line 3 @@\n  a\n  b\n- c\n+ X\n  d\n  e");
    }

    @Test
    @DisabledIfSystemProperty(named = "golden.accept", matches = "true")
    void aMissingFileFailsAndLeavesTheActualTextBesideTheBuild() {
        assertThatThrownBy(() -> Golden.check("no/such.txt", "new"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("There is no");
        assertThat(Path.of("target", "golden", "no", "such.txt")).hasContent("new");
    }
}
