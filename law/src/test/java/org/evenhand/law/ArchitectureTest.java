package org.evenhand.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

/// The law depends on the JDK's language and collections and on core, and reads no clock.
class ArchitectureTest {
    private static final JavaClasses LAW = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.evenhand.law");

    private static ArchRule only(String... packages) {
        return ArchRuleDefinition.classes()
                .that()
                .resideInAPackage("org.evenhand.law..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(packages);
    }

    private static final String[] ALLOWED = {
        "org.evenhand.law..",
        "org.evenhand.core",
        "java.lang..",
        "java.util..",
        "java.time..",
        "java.io",
        "java.nio.charset",
        "org.jspecify.annotations"
    };

    @Test
    void dependsOnTheJdkAndCoreOnly() {
        only(ALLOWED).check(LAW);
    }

    @Test
    void aDependencyThatIsNotAllowedIsSeen() {
        var withoutCore = java.util.Arrays.stream(ALLOWED)
                .filter(p -> !p.equals("org.evenhand.core"))
                .toArray(String[]::new);
        assertThat(only(withoutCore).evaluate(LAW).hasViolation()).isTrue();
    }

    @Test
    void readsNoClock() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage("org.evenhand.law..")
                .should()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.time.Clock.class)
                .check(LAW);
    }

    @Test
    void packagesDependInOneDirection() {
        SlicesRuleDefinition.slices()
                .matching("org.evenhand.law.(**)")
                .should()
                .beFreeOfCycles()
                .check(LAW);
    }
}
