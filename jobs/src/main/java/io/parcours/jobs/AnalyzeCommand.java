package io.parcours.jobs;

import io.parcours.map.JourneyMap;
import io.parcours.map.JourneyMapReader;
import io.parcours.run.AnalysisRequest;
import io.parcours.run.AnalysisRun;
import io.parcours.run.AnalysisSummary;
import io.parcours.run.LocalWorkers;
import io.parcours.run.RunProgress;
import io.parcours.run.Topic;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code parcours analyze}: new questions to touchpoints that were read before. */
@Command(
        name = "analyze",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Asks a changed map of touchpoints that a run has written, in a fraction of the run's time.",
            "",
            "Funnels, stages, gaps, conversion, churn, retention and what else is asked may be changed; the tables that answer them become"
                    + " those a run with this map would write, and the other tables of the day stay. What decides which"
                    + " records are accepted (timezone, input) and the attributes of customers must be as they were:"
                    + " changing them needs a run."
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 failure, 2 command line or map (also: the map reads the log in another way),"
                    + " 3 more rejected records than the map allows (nothing published), 4 no such result.",
            "",
            "Example:",
            "  parcours analyze --map my-map.yaml --output reports --only funnel,path"
        })
final class AnalyzeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private Parcours parcours;

    @Option(names = "--map", required = true, paramLabel = "MAP", description = "The journey map, a YAML file.")
    private Path map;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "DIR",
            description = "The folder of the tables, as a run left it.")
    private String output;

    @Option(
            names = "--as-of",
            paramLabel = "D",
            converter = DayOption.class,
            description = "Which result: the day it is filed under. Default: the latest.")
    private LocalDate asOf;

    @Mixin
    private final CostsOption costs = new CostsOption();

    @Option(
            names = "--only",
            paramLabel = "TOPIC",
            split = ",",
            converter = TopicOption.class,
            description = {
                "Replace only these topics' tables, parted by commas. Default: all.",
                "journey: sessions, journeys; and touchpoints, where stages or gaps are changed",
                "funnel: funnel_steps, funnel_customers, drop_offs, funnel_trend, funnel_times, survival, drop_off_drivers, funnel_changes",
                "path: transitions, paths",
                "churn: churn_customers, churn_model, churn_calibration, churn_drivers, survival, survival_tests, lifecycle_flow",
                "retention: retention_cohorts",
                "Of these only where the map has their keys:",
                "inventory: touchpoint_inventory",
                "channel: channel_mix, channel_switches",
                "satisfaction: satisfaction",
                "friction: friction; and pain_points, with funnel, and with satisfaction where there are surveys",
                "attribution: attribution, conversion_paths",
                "trigger: triggers, trigger_summary",
                "conformance: conformance, stage_times",
                "segment: segments"
            })
    private List<Topic> only = List.of();

    @Option(
            names = "--master",
            paramLabel = "MASTER",
            description =
                    "Spark's master. Default: what spark-submit says, else all cores of this machine without Spark.")
    private String master;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        ConsoleProgress progress = new ConsoleProgress(err, RunCommand.terminal(), Clock.systemUTC());
        try {
            Set<Topic> topics = only.isEmpty() ? EnumSet.allOf(Topic.class) : EnumSet.copyOf(only);
            JourneyMap read = JourneyMapReader.read(map);
            requireCostsAsked(topics, read);
            JourneyMap journeyMap = topics.contains(Topic.ATTRIBUTION) ? costs.applied(read, map) : read;
            AnalysisRequest request = new AnalysisRequest(
                    journeyMap,
                    map.toString(),
                    output,
                    asOf,
                    topics,
                    Clock.systemUTC().instant());
            only.forEach(topic -> requireAsked(topic, journeyMap));
            parcours.applyVerbosity();
            AnalysisSummary summary = analysed(request, progress);
            progress.close();
            new SummaryPrinter(spec.commandLine().getOut()).print(summary);
            return ExitCode.OK;
        } finally {
            progress.close();
        }
    }

    /** Costs that are named must be compared with something. */
    private void requireCostsAsked(Set<Topic> topics, JourneyMap read) {
        costs.requireUse(read, map);
        if (costs.isGiven() && !topics.contains(Topic.ATTRIBUTION)) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "--costs is of no use: --only leaves attribution out; add attribution to it, or leave --costs out");
        }
    }

    /** A topic that is asked for by name must have something to answer. */
    private void requireAsked(Topic topic, JourneyMap journeyMap) {
        topic.missingKey(journeyMap).ifPresent(key -> {
            throw new CommandException(
                    ExitCode.USAGE,
                    "the map has no " + key + ": give " + SafeText.of(map.toString())
                            + " that key (docs/map.md), or leave " + topic.label() + " out of --only");
        });
        if (!topic.isWanted(journeyMap)) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "tables: in " + SafeText.of(map.toString()) + " chooses no table of " + topic.label()
                            + ": name one there, or leave " + topic.label() + " out of --only");
        }
    }

    private AnalysisSummary analysed(AnalysisRequest request, RunProgress progress) {
        if (master != null || isSparkSet()) {
            progress.phase("starting Spark");
            return SparkAnalysis.of(request, master, progress);
        }
        int cores = Runtime.getRuntime().availableProcessors();
        return new AnalysisRun(new LocalWorkers(cores, progress), progress).run(request);
    }

    /** Whether anything was set for Spark, as spark-submit does by system properties: then it is wanted. */
    static boolean isSparkSet() {
        return System.getProperties().stringPropertyNames().stream().anyMatch(name -> name.startsWith("spark."));
    }
}
