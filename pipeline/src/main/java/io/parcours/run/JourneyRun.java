package io.parcours.run;

import io.parcours.ingest.CheckedFiles;
import io.parcours.ingest.CustomerFiles;
import io.parcours.ingest.CustomerRules;
import io.parcours.ingest.FieldLayout;
import io.parcours.ingest.InputContract;
import io.parcours.ingest.InputFile;
import io.parcours.ingest.InputFiles;
import io.parcours.ingest.InputRules;
import io.parcours.ingest.QuarantineReport;
import io.parcours.ingest.RecordSource;
import io.parcours.journey.AsOf;
import io.parcours.journey.CompletedTable;
import io.parcours.output.OutputStore;
import io.parcours.output.Publication;
import io.parcours.output.RunId;
import io.parcours.quality.QualityGate;
import io.parcours.quality.QualityReport;
import io.parcours.table.TableContent;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * The chain of a run: read and deal the log, ask the gate, pass once over all histories, report, publish. Each step is
 * one call below; what a step means lives in the packages it calls.
 */
public final class JourneyRun {
    private static final Set<String> OF_RECORDS = Set.of(QualityReport.TABLE.name(), QuarantineReport.TABLE.name());

    private final SparkSession spark;
    private final RunProgress progress;

    public JourneyRun(SparkSession spark, RunProgress progress) {
        this.spark = spark;
        this.progress = progress;
    }

    /**
     * Looks at the inputs of a run, for which Spark need not have started.
     *
     * @param hadoop how locations are reached
     * @throws io.parcours.ingest.InputException when there is nothing to read or a needed column is missing
     */
    public static RunInputs inputs(RunRequest request, Configuration hadoop) {
        InputRules rules = request.map().input();
        List<InputFile> files = InputFiles.resolve(request.inputs(), request.format(), hadoop);
        CheckedFiles log = InputContract.check(files, FieldLayout.of(rules), rules, hadoop);
        return new RunInputs(
                log,
                request.map()
                        .features()
                        .customers()
                        .map(table -> CustomerFiles.check(request.customers(), table, files, rules, hadoop)));
    }

    /**
     * Runs the whole pipeline and publishes its tables.
     *
     * @param inputs what {@link #inputs} has found
     * @throws GateException when too many records were rejected; nothing is published then
     * @throws io.parcours.output.OutputException when the output folder is held by another run or cannot be written
     */
    public RunSummary run(RunRequest request, RunInputs inputs) {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        JourneyPlan plan = JourneyPlan.of(request.map());
        OutputStore store = OutputStore.open(request.output(), () -> hadoop);
        try (Publication publication = Publication.begin(store, RunId.startedAt(request.startedAt()))) {
            return new Steps(request, plan, inputs, publication, hadoop).run();
        }
    }

    /** One run under way. */
    private final class Steps {
        private final RunRequest request;
        private final JourneyPlan plan;
        private final RunInputs inputs;
        private final Publication publication;
        private final StagedTables staged;
        private final Workers workers = new SparkWorkers(spark.sparkContext());
        private final RunTimer timer = new RunTimer();

        Steps(RunRequest request, JourneyPlan plan, RunInputs inputs, Publication publication, Configuration hadoop) {
            this.request = request;
            this.plan = plan;
            this.inputs = inputs;
            this.publication = publication;
            TreeMap<String, String> folders = new TreeMap<>();
            Set<String> tables = new TreeSet<>(plan.tableNames());
            // A run that the gate stops keeps its bad records, whatever tables the map chooses.
            tables.addAll(OF_RECORDS);
            tables.forEach(table -> folders.put(table, publication.staging(table)));
            this.staged = new StagedTables(folders, publication.attempts(), HadoopSettings.of(hadoop));
        }

        RunSummary run() {
            RecordExchange exchange = exchange();
            phase("reading " + described(inputs.files()));
            ReadCounts read = exchange.read();
            progress.rows(read.read(), "records");
            AsOf asOf = asOf(exchange, read);
            JourneyPlan known = plan.from(read.firstAt(), asOf);
            RunRecord record = new RunRecord(request, known, inputs, asOf, read, timer);
            PassOutput output = new PassOutput(known, staged, workers, record, progress);
            output.warn(RunWarnings.of(request, read, asOf));
            Optional<String> objection = QualityGate.objection(request.map().quality(), read.outcomes(), read.read());
            if (objection.isPresent() || plan.isWritten(QuarantineReport.TABLE)) {
                writeQuarantine(exchange, read, record, output);
            }
            objection.ifPresent(reason -> stop(reason, record, output));
            phase("passing over the customers' histories");
            exchange.pass(new HistoryPass(known, asOf, staged), output::take);
            output.warnOfConditions();
            output.warn(RunWarnings.ofCustomers(record));
            record.checkConservation();
            phase("working out results");
            List<CompletedTable<?>> drafted = output.conclude();
            if (!drafted.isEmpty()) {
                phase("scoring customers");
                output.complete(drafted);
            }
            phase("writing reports");
            output.writeReports(record.reports());
            phase("publishing");
            publication.publish(asOf.date(), plan.tableNames(), record.manifest());
            timer.end();
            return record.summary();
        }

        private RecordExchange exchange() {
            OptionalLong limit = request.asOfIfGiven()
                    .map(instant ->
                            OptionalLong.of(new AsOf(instant, request.map().zone()).micros()))
                    .orElse(OptionalLong.empty());
            InputRules rules = request.map().input();
            List<RecordExchange.Source> sources = new ArrayList<>();
            sources.add(RecordExchange.Source.ofLog(
                    RecordSource.records(spark, inputs.log(), FieldLayout.of(rules), rules), rules, limit));
            inputs.customers().ifPresent(files -> sources.add(customers(files, rules)));
            return RecordExchange.of(sources, rules.zone(), Sizing.partitions(inputs.files(), spark.sparkContext()));
        }

        private RecordExchange.Source customers(CheckedFiles files, InputRules rules) {
            CustomerRules table = request.map().features().customers().orElseThrow();
            return RecordExchange.Source.ofCustomers(
                    RecordSource.records(spark, files, FieldLayout.of(table), rules), table);
        }

        private void phase(String name) {
            timer.phase(name);
            progress.phase(name);
        }

        /** As asked, else the latest touchpoint; a log without any has nothing to measure, at the epoch. */
        private AsOf asOf(RecordExchange exchange, ReadCounts read) {
            ZoneId zone = request.map().zone();
            return request.asOfIfGiven().map(instant -> new AsOf(instant, zone)).orElseGet(() -> {
                LatestTouchpoint latest = new LatestTouchpoint(request.map());
                return AsOf.ofMicros(exchange.latest(read, latest).orElse(0), zone);
            });
        }

        private void writeQuarantine(RecordExchange exchange, ReadCounts read, RunRecord record, PassOutput output) {
            exchange.writeQuarantine(read, staged).forEach(output::take);
            if (record.rowsOf(QuarantineReport.TABLE.name()) == 0) {
                output.write(new TableContent<>(QuarantineReport.TABLE, List.of()));
            }
        }

        private void stop(String objection, RunRecord record, PassOutput output) {
            output.write(QualityReport.of(record.counts()));
            String day = record.asOf().date().toString();
            publication.keepFailed(record.asOf().date(), OF_RECORDS, record.manifest());
            throw new GateException(objection + "; nothing was published; to see them: parcours show quarantine"
                    + " --output " + request.output() + "/_runs/as_of=" + day + "/failed");
        }

        private String described(List<InputFile> files) {
            return files.size() == 1 ? files.get(0).name() : files.size() + " files";
        }
    }
}
