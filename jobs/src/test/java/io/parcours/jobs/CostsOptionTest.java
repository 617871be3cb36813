package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.attribution.AttributionRules;
import io.parcours.attribution.Cost;
import io.parcours.attribution.CostRules;
import io.parcours.ingest.InputException;
import io.parcours.map.JourneyMap;
import io.parcours.map.JourneyMapReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CostsOptionTest {
    private static final JourneyMap PLAIN =
            JourneyMapReader.read("{name: any, stages: [{name: one, events: [a]}]}", "any.yaml");

    @TempDir
    private Path folder;

    private Path map;

    @BeforeEach
    void files() throws IOException {
        Files.createDirectories(folder.resolve("maps/below"));
        map = folder.resolve("maps/map.yaml");
        Files.writeString(folder.resolve("maps/below/costs.csv"), "channel,period,cost\nweb,all,1\n");
        Files.writeString(folder.resolve("other.csv"), "channel,period,eur\nweb,all,2\n");
    }

    @Test
    void the_maps_file_lies_below_its_folder() {
        assertThat(costs(option().applied(naming("below/costs.csv"), map)))
                .containsExactly(new Cost("web", null, null, 1));
        for (String name : List.of("../other.csv", folder.resolve("other.csv").toString(), "below/../../other.csv")) {
            assertThatThrownBy(() -> option().applied(naming(name), map))
                    .isInstanceOf(CommandException.class)
                    .hasMessageContaining("is not below the map's folder")
                    .extracting(failure -> ((CommandException) failure).exitCode())
                    .isEqualTo(ExitCode.USAGE);
        }
        assertThatThrownBy(() -> option().applied(naming("below/absent.csv"), map))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("nothing to read at ");
    }

    @Test
    void a_link_out_of_the_folder_is_no_way_out() throws IOException {
        Files.createSymbolicLink(folder.resolve("maps/link.csv"), folder.resolve("other.csv"));
        assertThatThrownBy(() -> option().applied(naming("link.csv"), map)).isInstanceOf(CommandException.class);
    }

    @Test
    void the_option_names_another_anywhere() {
        String other = folder.resolve("other.csv").toString();
        assertThat(costs(option("--costs", other).applied(naming("elsewhere.csv"), map)))
                .containsExactly(new Cost("web", null, null, 2));
        assertThatThrownBy(() -> option("--costs", other).applied(PLAIN.withAttribution(AttributionRules.DEFAULT), map))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("other.csv has no column cost ");
    }

    @Test
    void without_attribution_there_is_nothing_to_compare_with() {
        assertThat(option().applied(PLAIN, map)).isSameAs(PLAIN);
        assertThatThrownBy(() -> option("--costs", "x.csv").applied(PLAIN, map))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("has no key attribution");
    }

    private static CostsOption option(String... words) {
        return CommandLine.populateCommand(new CostsOption(), words);
    }

    /** A map whose costs are in a file, in the column eur if it is the other one. */
    private static JourneyMap naming(String file) {
        Map<String, String> columns = file.contains("below/costs") ? Map.of() : Map.of("cost", "eur");
        return PLAIN.withAttribution(AttributionRules.DEFAULT.withCosts(new CostRules(file, columns)));
    }

    private static List<Cost> costs(JourneyMap map) {
        return map.features().attribution().orElseThrow().costs().costs();
    }
}
