package io.parcours.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TablesPageTest {

    @Test
    void everyTableHasALineAndASectionWithItsColumns() {
        ReportTable<Specimen> journeys = new ReportTable<>(
                "journeys",
                "a journey",
                List.of(
                        Column.text("channel", "web | app,\n  or null if 1 < 2", Specimen::text),
                        Column.texts("path", "stages", Specimen::texts)));
        ReportTable<Specimen> sessions = new ReportTable<>(
                "sessions", "a session", List.of(Column.instant("started_at", "when", Specimen::instant)));
        String page = TablesPage.of(List.of(journeys, sessions));
        assertThat(page).startsWith("# The tables\n").endsWith("""
                | list of texts | list of string (`list.element`) |
                | list of instants | list of such timestamps (`list.element`) |

                | table | a row is |
                | --- | --- |
                | [journeys](#journeys) | a journey |
                | [sessions](#sessions) | a session |

                ## journeys

                A row is a journey.

                | column | type | meaning |
                | --- | --- | --- |
                | `channel` | text | web \\| app, or null if 1 &lt; 2 |
                | `path` | list of texts | stages |

                ## sessions

                A row is a session.

                | column | type | meaning |
                | --- | --- | --- |
                | `started_at` | instant | when |
                """);
    }

    @Test
    void everyTypeIsExplained() {
        assertThat(TablesPage.of(List.of()).lines().filter(line -> line.startsWith("| ")))
                .hasSize(2 + ColumnType.values().length + 2);
    }
}
