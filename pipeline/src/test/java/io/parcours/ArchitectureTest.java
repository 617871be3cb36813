package io.parcours;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house rules that a compiler does not check: who may import whom. */
class ArchitectureTest {
    /** The floors, lowest first; a package imports only packages of lower floors, or itself. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("touchpoint", "stats", "table", "condition", "output"),
            List.of("ingest", "buying"),
            List.of("journey"),
            List.of("survey"),
            List.of(
                    "quality",
                    "funnel",
                    "path",
                    "churn",
                    "inventory",
                    "channel",
                    "satisfaction",
                    "friction",
                    "attribution",
                    "trigger",
                    "conformance",
                    "segment"),
            List.of("insight"),
            List.of("map"),
            List.of("run"));

    private static final JavaClasses CODE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.parcours");

    @TestFactory
    List<DynamicTest> every_package_imports_lower_floors_only() {
        List<DynamicTest> tests = new ArrayList<>();
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            for (String name : FLOORS.get(floor)) {
                String[] forbidden = forbidden(floor, name);
                tests.add(DynamicTest.dynamicTest(
                        name,
                        () -> noClasses()
                                .that()
                                .resideInAPackage(packages(name))
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(forbidden)
                                .check(CODE)));
            }
        }
        return tests;
    }

    @Test
    void every_package_has_a_floor() {
        String[] known = FLOORS.stream()
                .flatMap(List::stream)
                .map(ArchitectureTest::packages)
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage("io.parcours..")
                .should()
                .resideInAnyPackage(known)
                .check(CODE);
    }

    @Test
    void packages_form_no_cycles() {
        slices().matching("io.parcours.(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void only_reading_and_running_know_spark() {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages("ingest"), packages("run"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.spark..")
                .check(CODE);
    }

    @Test
    void in_ingest_only_the_sources_know_spark() {
        noClasses()
                .that()
                .resideInAPackage(packages("ingest"))
                .and()
                .haveNameNotMatching(".*\\.[A-Za-z]*(Source|Scan)[A-Za-z$]*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.spark..")
                .check(CODE);
    }

    @Test
    void nothing_below_the_commands_reads_the_clock() {
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CODE);
    }

    private static String[] forbidden(int floor, String own) {
        List<String> names = new ArrayList<>(List.of("io.parcours.jobs..", "io.parcours.sample.."));
        for (int other = floor; other < FLOORS.size(); other++) {
            for (String name : FLOORS.get(other)) {
                if (!name.equals(own)) {
                    names.add(packages(name));
                }
            }
        }
        return names.toArray(String[]::new);
    }

    private static String packages(String name) {
        return "io.parcours." + name + "..";
    }
}
