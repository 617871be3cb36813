package io.parcours.run;

import io.parcours.journey.AsOf;
import io.parcours.journey.CompletedTable;
import io.parcours.journey.JourneyRules;
import io.parcours.map.JourneyMap;
import io.parcours.map.MapException;
import io.parcours.map.MapProblem;
import io.parcours.map.SameReading;
import io.parcours.output.OutputException;
import io.parcours.output.OutputStore;
import io.parcours.output.Publication;
import io.parcours.output.RunId;
import io.parcours.quality.QualityGate;
import io.parcours.table.TableContent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The chain of an analysis: find what a run published, check that the map reads a log as that run did, pass once over the
 * histories that lie in the table {@code touchpoints}, report, publish in place of the tables that answer the same
 * questions. The tables are those that a run with this map would write.
 */
public final class AnalysisRun {
    /** Publishing is a few renames: whoever is publishing just now is done in less. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Workers workers;
    private final RunProgress progress;

    public AnalysisRun(Workers workers, RunProgress progress) {
        this.workers = workers;
        this.progress = progress;
    }

    /**
     * Analyses a published result and replaces its tables about the topics asked.
     *
     * @throws io.parcours.ingest.InputException when there is no such result
     * @throws MapException when the map would read the log in another way, or chooses none of the tables that are asked
     *     about
     * @throws GateException when more records were rejected than the map allows; nothing is published then
     * @throws OutputException when the output folder is held by another run, is damaged, or cannot be written
     */
    public AnalysisSummary run(AnalysisRequest request) {
        RunTimer timer = new RunTimer();
        progress.phase("looking at the results in " + request.output());
        HadoopSettings settings = workers.settings();
        OutputStore store = OutputStore.open(request.output(), settings);
        Publication.recover(store, PATIENCE).ifPresent(progress::warning);
        // Asked before the lock is taken, so that a mistyped folder is left as it is.
        check(request, PublishedDay.find(store, request.dayIfGiven()));
        try (Publication publication = Publication.begin(store, RunId.startedAt(request.startedAt()))) {
            PublishedDay published = PublishedDay.find(store, request.dayIfGiven());
            check(request, published);
            return new Steps(request, published, publication, settings, timer).run();
        }
    }

    private static void check(AnalysisRequest request, PublishedDay published) {
        PublishedManifest manifest = published.manifest();
        SameReading.require(request.map(), request.mapFile(), manifest.map());
        QualityGate.objection(request.map().quality(), manifest.rejectedByReason(), manifest.read())
                .ifPresent(objection -> {
                    throw new GateException(objection + "; nothing was published");
                });
        if (plan(request, manifest).historyTableNames().isEmpty()) {
            throw new MapException(List.of(new MapProblem(
                    request.mapFile(), 0, "tables", "chooses no table that this analysis could replace")));
        }
    }

    /** What is asked; touchpoints are written again only where their stage, session or journey may be another. */
    private static JourneyPlan plan(AnalysisRequest request, PublishedManifest manifest) {
        JourneyPlan plan = JourneyPlan.of(request.map(), request.topics());
        return isCutAlike(request.map(), manifest.mapOf("touchpoints")) ? plan.withoutTouchpoints() : plan;
    }

    private static boolean isCutAlike(JourneyMap one, JourneyMap other) {
        JourneyRules rules = one.journey();
        JourneyRules others = other.journey();
        return rules.sessionGap().equals(others.sessionGap())
                && rules.journeyGapIfAny().equals(others.journeyGapIfAny())
                && rules.stages().equals(others.stages());
    }

    /** One analysis under way. */
    private final class Steps {
        private final PublishedDay published;
        private final Publication publication;
        private final HadoopSettings settings;
        private final RunTimer timer;
        private final AsOf asOf;
        private final JourneyPlan plan;
        private final Set<String> tables;
        private final StagedTables staged;
        private final AnalysisRecord record;
        private final PassOutput output;

        Steps(
                AnalysisRequest request,
                PublishedDay published,
                Publication publication,
                HadoopSettings settings,
                RunTimer timer) {
            this.published = published;
            this.publication = publication;
            this.settings = settings;
            this.timer = timer;
            this.asOf = new AsOf(published.manifest().asOf(), request.map().zone());
            this.plan = plan(request, published.manifest())
                    .from(published.manifest().firstAt(), asOf);
            this.tables = plan.historyTableNames();
            Map<String, String> folders = new TreeMap<>();
            tables.forEach(table -> folders.put(table, publication.staging(table)));
            this.staged = new StagedTables(folders, publication.attempts(), settings);
            this.record = new AnalysisRecord(request, plan, asOf, timer, workers.sparkVersion());
            this.output = new PassOutput(plan, staged, workers, record, progress);
        }

        AnalysisSummary run() {
            phase("passing over the customers' histories");
            pass();
            checkConservation();
            phase("working out results");
            List<CompletedTable<?>> drafted = output.conclude();
            if (!drafted.isEmpty()) {
                phase("scoring customers");
                output.complete(drafted);
            }
            phase("writing reports");
            List<TableContent<?>> reports = KeptCurves.of(
                            published.survival(), settings, request().topics())
                    .joined(record.concluded());
            output.writeReports(reports);
            phase("publishing");
            publication.replace(published.day(), tables, AnalysisManifest.of(published.manifest(), record));
            timer.end();
            List<String> kept = new ArrayList<>(published.tables());
            kept.removeAll(tables);
            return new AnalysisSummary(
                    record.findings(reports),
                    record.tableRows(),
                    kept,
                    request().output(),
                    record.warnings(),
                    timer.elapsed());
        }

        private AnalysisRequest request() {
            return record.request();
        }

        private void phase(String name) {
            timer.phase(name);
            progress.phase(name);
        }

        private void pass() {
            workers.forEach(published.files(), new WrittenPass(plan, asOf, staged, settings), output::take);
            output.warnOfConditions();
        }

        /** Every touchpoint that was published is in a history, and nobody's history lost its mark of being cut. */
        private void checkConservation() {
            PublishedManifest manifest = published.manifest();
            if (record.totals().touchpoints() != manifest.rowsOf("touchpoints")
                    || record.totals().truncatedCustomers() != manifest.truncatedCustomers()) {
                throw new OutputException("the tables as of " + published.day() + " are not as their run left them: "
                        + record.totals().touchpoints() + " touchpoints instead of " + manifest.rowsOf("touchpoints")
                        + ", " + record.totals().truncatedCustomers() + " customers over the limit instead of "
                        + manifest.truncatedCustomers() + "; use parcours run for this day");
            }
        }
    }
}
