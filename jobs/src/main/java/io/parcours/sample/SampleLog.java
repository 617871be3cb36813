package io.parcours.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Generates a touchpoint log whose truth is known, with its journey map and its truth file. */
public final class SampleLog {
    private final SampleRules rules;
    private final SampleCalendar calendar;
    private final Pace pace;

    /**
     * @param rules what to generate
     * @param progress takes a line every few seconds when it takes long
     */
    public SampleLog(SampleRules rules, Consumer<String> progress) {
        this.rules = rules;
        this.calendar = new SampleCalendar(rules.days());
        this.pace = new Pace(progress);
    }

    /**
     * Writes the log, {@code journey-map.yaml} and {@code truth.json} into the folder, all of them or none.
     *
     * @throws OccupiedFolderException where the folder holds what is not the generator's
     * @throws IOException where it cannot be written
     */
    public SampleSummary writeTo(Path output, Existing existing) throws IOException {
        SampleFolder folder = new SampleFolder(output);
        folder.check(existing);
        try {
            Path work = folder.begin();
            Truth truth = Truth.begin(calendar);
            int files = writeLog(work, truth);
            Files.writeString(work.resolve(SampleFolder.MAP), MapFile.content(calendar));
            Files.writeString(work.resolve(SampleFolder.TRUTH), new TruthFile(rules, calendar, truth).content());
            folder.publish();
            return summary(output, truth, files);
        } catch (UncheckedIOException problem) {
            throw problem.getCause();
        } finally {
            folder.discard();
        }
    }

    private int writeLog(Path work, Truth truth) throws IOException {
        Path spilled = Files.createDirectory(work.resolve("spill"));
        Spill spill = new Spill(spilled, calendar, rules.expectedRecords());
        RecordSource source = new RecordSource(rules, calendar, truth.records(), spill::add);
        CustomerPlan plan = new CustomerPlan(calendar, truth.funnels());
        CustomerPlanner planner = new CustomerPlanner(rules, calendar, plan);
        for (int customer = 1; customer <= rules.customers(); customer++) {
            Dice dice = new Dice(rules.seed(), customer);
            planner.plan(customer, dice);
            truth.add(plan);
            source.customer(plan, dice);
            if (customer % 1000 == 0) {
                pace.at("planning, customers", customer, rules.customers());
            }
        }
        source.bots();
        spill.close();
        int files = new LogFiles(rules, calendar, spill, pace).write(work);
        Files.delete(spilled);
        return files;
    }

    private SampleSummary summary(Path output, Truth truth, int files) {
        return new SampleSummary(
                output.resolve(LogFiles.name(rules)),
                output.resolve(SampleFolder.MAP),
                output.resolve(SampleFolder.TRUTH),
                files,
                truth.records().readCount(),
                truth.records().acceptedCount(),
                truth.records().rejectedCount(),
                truth.customers().customerCount());
    }
}
