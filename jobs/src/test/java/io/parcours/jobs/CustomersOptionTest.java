package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.ingest.CustomerRules;
import io.parcours.map.FeatureRules;
import io.parcours.map.JourneyMap;
import io.parcours.map.JourneyMapReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CustomersOptionTest {

    @TempDir
    private Path folder;

    @Test
    void the_command_line_goes_before_the_map() {
        Path file = folder.resolve("map.yaml");
        assertThat(option().paths(map("data/c.csv"), file))
                .containsExactly(folder.resolve("data/c.csv").toString());
        assertThat(option("--customers", "a", "s3a://b/c").paths(map("data/c.csv"), file))
                .containsExactly("a", "s3a://b/c");
        assertThat(option("--customers", "../a").paths(map(null), file)).containsExactly("../a");
        assertThat(option().paths(plain(), file)).isEmpty();
    }

    @Test
    void a_table_that_one_side_alone_knows_of_is_a_usage_error() {
        assertRefused(option(), map(null), "say where it lies: --customers PATH");
        assertRefused(option("--customers", "a"), plain(), "the map has no key customers");
    }

    @Test
    void a_map_cannot_name_a_file_outside_its_folder() throws IOException {
        Path outside = Files.writeString(folder.resolve("secret.csv"), "id\n1\n");
        Path maps = Files.createDirectories(folder.resolve("maps"));
        Files.createSymbolicLink(maps.resolve("link.csv"), outside);
        for (String name : List.of("../secret.csv", "a/../../secret.csv", outside.toString(), "link.csv", "")) {
            assertThatThrownBy(() -> option().paths(map(name), maps.resolve("map.yaml")))
                    .as(name)
                    .isInstanceOf(CommandException.class)
                    .hasMessageContaining("leads out of the map's folder");
        }
    }

    private void assertRefused(CustomersOption option, JourneyMap map, String message) {
        assertThatThrownBy(() -> option.paths(map, folder.resolve("map.yaml")))
                .isInstanceOfSatisfying(
                        CommandException.class,
                        refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessageContaining(message);
    }

    private static CustomersOption option(String... arguments) {
        return CommandLine.populateCommand(new CustomersOption(), arguments);
    }

    private static JourneyMap plain() {
        return JourneyMapReader.read("{name: any, funnels: [{name: f, steps: [a]}]}", "any.yaml");
    }

    private static JourneyMap map(String file) {
        JourneyMap map = plain();
        FeatureRules none = FeatureRules.NONE;
        CustomerRules customers = new CustomerRules(file, Map.of(), List.of("plan"));
        return new JourneyMap(
                map.name(),
                map.zone(),
                map.input(),
                map.journey(),
                map.funnels(),
                map.retention(),
                map.churn(),
                map.quality(),
                new FeatureRules(
                        none.inventory(),
                        none.channels(),
                        none.satisfaction(),
                        none.friction(),
                        none.attribution(),
                        none.triggers(),
                        none.expected(),
                        Optional.of(customers),
                        none.segments()));
    }
}
