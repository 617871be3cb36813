package io.parcours.report;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which packages of the report may import which. */
class ReportArchitectureTest {
    private static final String REPORT = "io.parcours.report";

    /** The floors, lowest first; a package imports only packages of lower floors, or itself. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("data"),
            List.of("words"),
            List.of("chart", "compare"),
            List.of("page"),
            List.of("overview", "changes", "funnel", "flow", "channel", "churn", "experience"));

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages(REPORT);

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
        List<String> known = new ArrayList<>(List.of(REPORT, packages("template")));
        FLOORS.forEach(floor -> floor.forEach(name -> known.add(packages(name))));
        classes().should().resideInAnyPackage(known.toArray(String[]::new)).check(CODE);
    }

    @Test
    void packages_form_no_cycles() {
        slices().matching(REPORT + ".(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void no_part_of_the_report_knows_the_engine_or_the_command_line() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "picocli..", "io.parcours.run..", "io.parcours.jobs..")
                .check(CODE);
    }

    private static String[] forbidden(int floor, String own) {
        List<String> names = new ArrayList<>(List.of(REPORT, packages("template")));
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
        return REPORT + "." + name + "..";
    }
}
