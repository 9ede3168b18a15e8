package org.evenhand.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final String OURS = "org.evenhand";
    private static final String PLANTED = "org.evenhand.planted";

    private static final String TESTS = ArchitectureTest.class
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .getPath();
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(location -> !location.contains(TESTS))
            .importPackages(OURS);
    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(PLANTED);

    static List<String> packages() {
        var names = new TreeSet<String>();
        for (var each : PROGRAM) {
            names.add(each.getPackageName().substring(OURS.length() + 1).replaceFirst("\\..*", ""));
        }
        return List.copyOf(names);
    }

    static List<String> plantedPackages() {
        return Rules.listed();
    }

    @Test
    void thePackagesWithAListAreThere() {
        assertThat(packages()).containsAll(Rules.listed());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void knowsOnlyWhatItsListAllows(String name) {
        Rules.arrows(OURS, name).check(PROGRAM);
    }

    @ParameterizedTest
    @MethodSource("plantedPackages")
    void aPlantedClassThatKnowsMoreIsFound(String name) {
        seenFailing(Rules.arrows(PLANTED, name));
    }

    @Test
    void noPackagesKnowEachOther() {
        Rules.noCycles(OURS).check(PROGRAM);
        seenFailing(Rules.noCycles(PLANTED));
    }

    @Test
    void nothingAsksForTheTimeThePlaceOrChance() {
        Rules.asksForNothing(OURS).check(PROGRAM);
        seenFailing(Rules.asksForNothing(PLANTED));
    }

    @Test
    void everyPackageMarksNull() {
        Rules.nullMarked(OURS).check(PROGRAM);
        seenFailing(Rules.nullMarked(PLANTED));
    }

    private static void seenFailing(ArchRule rule) {
        assertThatThrownBy(() -> rule.check(VIOLATIONS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Planted");
    }
}
