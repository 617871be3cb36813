package io.parcours.sample.fitted;

import io.parcours.map.JourneyMap;
import io.parcours.map.JourneyMapReader;
import io.parcours.sample.Existing;
import io.parcours.sample.Pace;
import io.parcours.sample.SampleFolder;
import io.parcours.sample.SampleSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes a log that fits a journey map, with planted findings, the tables the map wants beside it, a copy of the map and
 * the truth about it all.
 */
public final class FittedLog {
    private final FittedRules rules;
    private final Path mapFile;
    private final Pace pace;
    private final Scene scene;

    /**
     * @param mapFile the journey map
     * @param rules what to make
     * @param progress takes a line every few seconds when it takes long
     * @throws io.parcours.map.MapException where the map cannot be used
     * @throws IllegalArgumentException where no log in that format can be made for the map
     */
    public FittedLog(Path mapFile, FittedRules rules, Consumer<String> progress) {
        this.mapFile = mapFile;
        this.rules = rules;
        this.pace = new Pace(progress);
        JourneyMap map = JourneyMapReader.read(mapFile);
        this.scene = new Scene(map, rules);
    }

    /** What of the map the log cannot show, a line each. */
    public List<String> notes() {
        return scene.notes();
    }

    /**
     * Writes everything into the folder, all of it or nothing.
     *
     * @throws io.parcours.sample.OccupiedFolderException where the folder holds what is not the generator's
     * @throws IOException where it cannot be written
     */
    public SampleSummary writeTo(Path output, Existing existing) throws IOException {
        SampleFolder folder = new SampleFolder(output);
        folder.check(existing);
        try {
            Path work = folder.begin();
            SampleSummary summary = write(work, output);
            folder.publish();
            return summary;
        } catch (UncheckedIOException problem) {
            throw problem.getCause();
        } finally {
            folder.discard();
        }
    }

    private SampleSummary write(Path work, Path output) throws IOException {
        String log = SampleFolder.LOG + "." + rules.format().extension();
        Noise noise;
        try (RowWriter writer = open(work.resolve(log));
                SideFiles side = new SideFiles(work, scene.map)) {
            noise = new Noise(scene.map, rules, scene.columns, scene.repertoire, writer);
            walkAll(noise, side);
            side.costs(scene.time, scene.words, rules);
            Files.copy(mapFile, work.resolve(SampleFolder.MAP));
            String truth = new FittedTruthFile(rules, scene, noise, side).content();
            Files.writeString(work.resolve(SampleFolder.TRUTH), truth);
        }
        long rejected = noise.rejectedByReason().values().stream()
                .mapToLong(count -> count)
                .sum();
        long duplicates = noise.duplicates() + scene.truth.repeated;
        return new SampleSummary(
                output.resolve(log),
                output.resolve(SampleFolder.MAP),
                output.resolve(SampleFolder.TRUTH),
                1,
                scene.truth.accepted + duplicates + rejected + scene.truth.filtered,
                scene.truth.accepted,
                rejected,
                scene.truth.histories.customers);
    }

    private RowWriter open(Path file) throws IOException {
        int value = scene.columns.columnOf(Columns.VALUE);
        List<String> names = scene.columns.names();
        return switch (rules.format()) {
            case CSV -> new CsvRows(file, names, scene.map.input().csv(), value);
            case JSON -> new JsonRows(file, names, value);
            case PARQUET -> new ParquetRows(file, scene.columns, scene.time);
            case AVRO -> new AvroRows(file, scene.columns, scene.time);
        };
    }

    private void walkAll(Noise noise, SideFiles side) throws IOException {
        for (int number = 1; number <= rules.customers(); number++) {
            Chance chance = new Chance(rules.seed(), number);
            Persona persona = scene.casting.draw(number, chance);
            List<Touch> records = scene.walk(persona, chance);
            scene.truth.add(persona, records);
            side.customer(persona);
            for (Touch touch : records) {
                noise.write(touch, persona.id(), chance);
            }
            if (number % 1000 == 0) {
                pace.at("customers", number, rules.customers());
            }
        }
    }
}
