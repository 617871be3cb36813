package io.parcours.map;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The schema that editors use says the same as the reader. */
class JourneyMapSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(MapResources.read("journey-map.schema.json"));

    @ParameterizedTest
    @MethodSource("validMaps")
    void everyValidMapIsValidByTheSchema(String map) {
        JourneyMapReader.read(map, "m.yaml");

        assertThat(problems(map)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("validMaps")
    void theEffectiveMapIsValidByTheSchema(String map) {
        assertThat(problems(JourneyMapReader.read(map, "m.yaml").effective())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mapsWrongInShape")
    void everyMapWrongInShapeIsRefusedByTheSchemaToo(WrongMap wrong) {
        assertThat(problems(wrong.map())).as(wrong.title()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("mapsWrongInMeaning")
    void whatIsMarkedAsMeaningIsReallyBeyondTheSchema(WrongMap wrong) {
        assertThat(problems(wrong.map())).as(wrong.title()).isEmpty();
    }

    @Test
    void theSchemaHasExactlyTheKeysTheReaderKnows() throws Exception {
        JsonNode root = JSON.readTree(MapResources.read("journey-map.schema.json"));
        Set<String> keys = new TreeSet<>();
        collect(root, root, "", keys);
        // The expected journey may also be the list of its stages alone, without the key stages.
        keys.removeIf(key -> key.matches("expected\\.(stage|skip|repeat|allowed)"));

        assertThat(keys).containsExactlyElementsOf(new TreeSet<>(MapKeys.MAP.paths()));
    }

    @Test
    void theSchemaNamesTheTablesThatThereAre() throws Exception {
        List<String> names = new ArrayList<>();
        JSON.readTree(MapResources.read("journey-map.schema.json"))
                .at("/$defs/tableName/enum")
                .forEach(name -> names.add(name.asText()));

        assertThat(names).containsExactlyElementsOf(KnownTables.names());
    }

    @Test
    void everyKeyOfTheSchemaIsDescribedAndDefaultsAreTheReadersOwn() throws Exception {
        JsonNode root = JSON.readTree(MapResources.read("journey-map.schema.json"));
        String effective =
                JourneyMapReader.read(ExampleMaps.EVERYTHING, "m.yaml").effective();

        assertThat(root.findValues("default"))
                .filteredOn(value -> !MapSection.COLUMNS.keys().contains(value.asText()))
                .hasSizeGreaterThan(15)
                .allSatisfy(value -> assertThat(effective).contains(value.asText()));
        MapSection.COLUMNS
                .keys()
                .forEach(field -> assertThat(root.at("/$defs/input/properties/columns/properties/" + field + "/default")
                                .asText())
                        .isEqualTo(field));
        root.findParents("default")
                .forEach(key -> assertThat(key.has("description")).isTrue());
    }

    static Stream<String> validMaps() {
        return ExampleMaps.all();
    }

    static Stream<WrongMap> mapsWrongInShape() {
        return WrongMap.all().stream().filter(WrongMap::isSeenByASchema);
    }

    static Stream<WrongMap> mapsWrongInMeaning() {
        return WrongMap.all().stream().filter(wrong -> !wrong.isSeenByASchema());
    }

    private static List<String> problems(String map) {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setAllowDuplicateKeys(false)
                .build();
        try {
            JsonNode loaded = JSON.valueToTree(new Load(settings).loadFromString(map));
            return SCHEMA.validate(loaded).stream()
                    .map(ValidationMessage::getMessage)
                    .toList();
        } catch (YamlEngineException | NumberFormatException noJson) {
            // Two of one key, an unknown tag, a number that is none: an editor has nothing to hold against the schema.
            return List.of(noJson.getMessage());
        }
    }

    private static void collect(JsonNode root, JsonNode place, String path, Set<String> keys) {
        if (place.has("$ref")) {
            collect(root, root.at(place.get("$ref").asText().substring(1)), path, keys);
        }
        for (JsonNode part : place.path("oneOf")) {
            collect(root, part, path, keys);
        }
        if (place.has("items")) {
            collect(root, place.get("items"), path, keys);
        }
        place.path("properties").properties().forEach(property -> {
            String below = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
            keys.add(below);
            collect(root, property.getValue(), below, keys);
        });
    }
}
