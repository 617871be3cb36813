package io.parcours.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.map.JourneyMapReader;
import io.parcours.table.TablesPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps docs/tables.md what the code says. {@code mvn -pl pipeline test -Dtest=TablesPageTest -Dparcours.docs=write} writes it. */
class TablesPageTest {

    /** A map that asks for every feature. */
    private static final String MAP = """
            name: any
            stages: [{name: one, events: [a]}]
            inventory: {}
            channels: {web: online}
            surveys: {events: b}
            friction: {}
            attribution: {}
            triggers: [{name: t, when: {events: a}, within: 1d, action: call}]
            expected: [one]
            segments: [{name: many, where: journeys > 1}]
            """;

    @Test
    void the_page_of_the_tables_is_what_the_declarations_say() throws IOException {
        JourneyPlan plan = JourneyPlan.of(JourneyMapReader.read(MAP, "any.yaml"));
        String expected = TablesPage.of(plan.allTables());
        Path page = Path.of(System.getProperty("parcours.root", ".."), "docs", "tables.md");
        if ("write".equals(System.getProperty("parcours.docs"))) {
            Files.writeString(page, expected);
        }
        assertThat(page).hasContent(expected);
    }
}
