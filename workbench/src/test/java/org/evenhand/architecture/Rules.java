package org.evenhand.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/// The rules, for any root package, so that they can be tried on planted classes.
final class Rules {
    /// The parts of the JDK that any package may use. `java.sql` and `java.net` are not among them.
    private static final List<String> PLAIN = List.of(
            "",
            "java.io..",
            "java.lang..",
            "java.math..",
            "java.nio..",
            "java.security..",
            "java.text..",
            "java.time..",
            "java.util..",
            "org.jspecify.annotations..");

    private static final String JACKSON = "tools.jackson..";
    private static final String CSV = "de.siegmar.fastcsv..";

    /// What a feature may know: what is below it, and no other feature.
    private static final List<String> FEATURE =
            List.of("core", "catalogue", "document", "law", "statistics", "chart", CSV);

    private static final SortedMap<String, List<String>> ALLOWED = new TreeMap<>(Map.ofEntries(
            Map.entry("core", List.of()),
            Map.entry("law", List.of("core")),
            Map.entry("statistics", List.of("org.apache.commons..", "org.ojalgo..", "jdk.incubator.vector..")),
            Map.entry("catalogue", List.of("core")),
            // People are counted, and small counts withheld, before anything else can see the rows.
            Map.entry("intake", List.of("catalogue", "core", "statistics", CSV, JACKSON)),
            // A share is written with its exact interval.
            Map.entry("document", List.of("core", "statistics")),
            Map.entry(
                    "print",
                    List.of(
                            "document",
                            "core",
                            CSV,
                            JACKSON,
                            "com.openhtmltopdf..",
                            "org.apache.pdfbox..",
                            "org.apache.batik..",
                            "java.awt..",
                            "javax.imageio..")),
            // A label in a picture is written as in the text beside it, so the charts use the printers' number texts.
            Map.entry("chart", List.of("document", "core", "print")),
            Map.entry("database", List.of("catalogue", "core", "document", "java.sql..", "org.duckdb..")),
            Map.entry("listing", FEATURE),
            Map.entry("clock", FEATURE),
            Map.entry("panel", FEATURE),
            // Benchmarks are fitted to the panel.
            Map.entry(
                    "benchmark",
                    List.of("core", "catalogue", "document", "statistics", "panel", "org.apache.commons..")),
            // Like cases are compared by the evidence of the benchmarks, at the same point of the clock; a move is told
            // with both.
            Map.entry(
                    "likeness",
                    List.of(
                            "core",
                            "catalogue",
                            "document",
                            "law",
                            "statistics",
                            "panel",
                            "benchmark",
                            "clock",
                            "org.apache.commons..")),
            Map.entry(
                    "move",
                    List.of(
                            "core",
                            "catalogue",
                            "document",
                            "law",
                            "statistics",
                            "panel",
                            "benchmark",
                            "likeness",
                            "clock",
                            CSV)),
            // Groups that the debate names are defined once, over the measures of the panel.
            Map.entry("group", List.of("core", "catalogue", "panel", CSV)),
            Map.entry("opportunity", List.of("core", "catalogue", "document", "statistics", "panel", "group")),
            // Whether a withheld cell can be had by subtraction is a linear programme.
            Map.entry(
                    "victims",
                    List.of("core", "catalogue", "document", "law", "statistics", "chart", CSV, "org.ojalgo..")),
            Map.entry("fit", List.of("core", "document", "statistics", CSV, "org.apache.commons..")),
            // What a user's file says, line by line; the readers give it a meaning.
            Map.entry("userfile", List.of("core", "org.snakeyaml.engine..")),
            Map.entry("weighing", List.of("core", "document", "statistics", "userfile")),
            // A policy is a file, and the options are weighed as any others are.
            Map.entry(
                    "sanctions",
                    List.of(
                            "core",
                            "catalogue",
                            "document",
                            "law",
                            "statistics",
                            "chart",
                            CSV,
                            "panel",
                            "group",
                            "userfile",
                            "weighing")),
            // Universes are YAML files, and their specifications are fitted to the panel.
            Map.entry(
                    "influence",
                    List.of("core", "catalogue", "document", "statistics", "panel", "org.snakeyaml.engine..")),
            // The law as printed answers stands on the recorded histories of the clock, an assessment on those answers.
            Map.entry("legal", List.of("core", "catalogue", "document", "law", "clock")),
            Map.entry(
                    "assessment",
                    List.of("core", "catalogue", "document", "law", "clock", "legal", "userfile", JACKSON)),
            // What takes too long for an account is computed beforehand, by the features, and kept as tables.
            Map.entry(
                    "findings",
                    List.of(
                            "core",
                            "catalogue",
                            "document",
                            "statistics",
                            "panel",
                            "benchmark",
                            "group",
                            "opportunity",
                            "influence",
                            CSV)),
            // The account joins the features.
            Map.entry(
                    "account",
                    List.of(
                            "core",
                            "catalogue",
                            "document",
                            "law",
                            "statistics",
                            "chart",
                            "listing",
                            "clock",
                            "victims",
                            "sanctions",
                            "panel",
                            "group",
                            "benchmark",
                            "move",
                            "findings")),
            // The command line parses, calls and prints; it stands on everything of ours.
            // The web asks the commands through an interface, so it knows answers and printers, not the features. The
            // form for an
            // assessment and the map stand on the law and the record.
            Map.entry(
                    "web",
                    List.of(
                            "core",
                            "catalogue",
                            "document",
                            "print",
                            "chart",
                            "law",
                            "assessment",
                            "clock",
                            "legal",
                            "victims",
                            JACKSON,
                            "java.net..",
                            "org.eclipse.jetty..")),
            Map.entry("cli", List.of("org.evenhand..", "picocli.."))));

    private Rules() {}

    /// The packages with a list of their own; any other is held to that of a feature.
    static List<String> listed() {
        return List.copyOf(ALLOWED.keySet());
    }

    /// `name` and the packages below it know only what its list allows.
    static ArchRule arrows(String root, String name) {
        var allowed = new ArrayList<>(PLAIN);
        allowed.add(root + "." + name + "..");
        for (var other : ALLOWED.getOrDefault(name, FEATURE)) {
            allowed.add(other.contains(".") ? other : "org.evenhand." + other + "..");
        }
        return classes()
                .that()
                .resideInAPackage(root + "." + name + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new)))
                .because(name + " may know " + ALLOWED.getOrDefault(name, FEATURE) + " only");
    }

    /// No two packages know each other, by however long a way.
    static ArchRule noCycles(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    /// The same command on the same data gives the same bytes: so nothing asks for the time, the place or
    /// chance.
    static ArchRule asksForNothing(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Locale.class, "getDefault")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callConstructor(Random.class);
    }

    /// Every package that has a public class says in its package-info that null is marked.
    static ArchRule nullMarked(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .arePublic()
                .and(not(JavaClass.Predicates.simpleName("package-info")))
                .should(new ArchCondition<>("stand in a package with @NullMarked") {
                    @Override
                    public void check(JavaClass each, ConditionEvents events) {
                        boolean marked = each.getPackage()
                                .tryGetPackageInfo()
                                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                                .isPresent();
                        events.add(new SimpleConditionEvent(each, marked, each.getName() + " has no @NullMarked"));
                    }
                });
    }
}
