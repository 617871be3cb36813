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

    @Test
    void the_page_of_the_tables_is_what_the_declarations_say() throws IOException {
        JourneyPlan plan =
                JourneyPlan.of(JourneyMapReader.read("{name: any, stages: [{name: one, events: [a]}]}", "any.yaml"));
        String expected = TablesPage.of(plan.allTables());
        Path page = Path.of(System.getProperty("parcours.root", ".."), "docs", "tables.md");
        if ("write".equals(System.getProperty("parcours.docs"))) {
            Files.writeString(page, expected);
        }
        assertThat(page).hasContent(expected);
    }
}
