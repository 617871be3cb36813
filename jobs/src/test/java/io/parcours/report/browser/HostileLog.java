package io.parcours.report.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A small log in which everything that is a text is hostile: customers, events, channels, dimensions, answers, even the
 * file's name. Written anew it is the same, byte for byte.
 */
final class HostileLog {

    static final List<String> DISCOVERY = List.of(HostileText.SCRIPT, HostileText.EMOJI, HostileText.ONE_LONG_WORD);
    static final List<String> CONSIDERATION =
            List.of(HostileText.ATTRIBUTE, HostileText.MANY_WORDS, HostileText.RIGHT_TO_LEFT);
    static final List<String> PURCHASE = List.of(HostileText.DRAWING, HostileText.FORMULA);
    static final List<String> LOYALTY =
            List.of(HostileText.ENTITY, HostileText.TEMPLATE, HostileText.ZERO_WIDTH, HostileText.PROTOTYPE);

    /** Of no stage: a map's names may not hold line breaks, a log's may. */
    static final String UNSTAGED = HostileText.LINES;

    static final String CONTACT = HostileText.HANDLER;
    static final String ANSWER = HostileText.COMMENT;
    static final List<String> CHANNELS = List.of(
            HostileText.STYLE,
            HostileText.ATTRIBUTE,
            HostileText.ARABIC,
            HostileText.ONE_LONG_WORD,
            HostileText.FORMULA);
    static final List<String> PLATFORMS = List.of(
            HostileText.SCRIPT,
            HostileText.ESCAPE,
            HostileText.SEPARATORS,
            HostileText.MANY_WORDS,
            HostileText.NUMBER,
            HostileText.LINES);
    static final String FILE_NAME = "touch 'points' & <b>logs.csv";
    static final Instant BEGINNING = Instant.parse("2024-01-01T06:00:00Z");

    private static final int CUSTOMERS = 160;
    private static final int DAYS = 90;
    private static final double CONTINUES = 0.72;

    private final Random random = new Random(7);
    private final List<String> lines = new ArrayList<>();

    private HostileLog() {}

    /**
     * Writes the log, a table of customers and one of costs.
     *
     * @param folder where they come to lie; it is made
     * @return the log's file
     */
    static Path write(Path folder) {
        HostileLog log = new HostileLog();
        List<String> customers = new ArrayList<>(List.of("customer_id,plan"));
        log.lines.add("customer_id,occurred_at,event,channel,value,platform,topic,score,comment");
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            String name = HostileText.ALL.get(customer % HostileText.ALL.size()) + "#" + customer;
            customers.add(record(name, HostileText.ALL.get(customer % 4)));
            log.live(name);
        }
        log.lines.add(record(HostileText.SCRIPT, HostileText.SCRIPT, HostileText.SCRIPT));
        log.lines.add(record("", HostileText.FORMULA, HostileText.ATTRIBUTE, "", HostileText.FORMULA, "", "", "", ""));
        List<String> costs = CHANNELS.stream()
                .flatMap(channel ->
                        List.of(record(channel, "2024-01", "900.50"), record(channel, "2024-02", "1200")).stream())
                .collect(Collectors.toCollection(ArrayList::new));
        costs.add(0, "channel,period,cost");
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("customers.csv"), String.join("\n", customers) + "\n");
            Files.writeString(folder.resolve("costs.csv"), String.join("\n", costs) + "\n");
            return Files.writeString(folder.resolve(FILE_NAME), String.join("\n", log.lines) + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void live(String customer) {
        Instant time = BEGINNING.plus(Duration.ofHours(random.nextInt(DAYS * 12)));
        Instant end = BEGINNING.plus(Duration.ofDays(DAYS));
        int visits = 1 + random.nextInt(8);
        for (int visit = 0; visit < visits && time.isBefore(end); visit++) {
            visit(customer, time);
            time = time.plus(Duration.ofHours(6 + random.nextInt(visit * 120 + 60)));
        }
    }

    private void visit(String customer, Instant begin) {
        String channel = any(CHANNELS);
        String platform = any(PLATFORMS);
        Instant time = begin;
        for (List<String> stage : List.of(DISCOVERY, CONSIDERATION, PURCHASE, LOYALTY)) {
            for (int touch = 0; touch <= random.nextInt(3); touch++) {
                String value = stage.equals(PURCHASE) ? "" + (10 + random.nextInt(200)) + ".5" : "";
                write(customer, time, any(stage), channel, value, platform, "", "", "");
                time = time.plus(Duration.ofSeconds(20 + random.nextInt(900)));
            }
            if (random.nextDouble() > CONTINUES) {
                break;
            }
        }
        if (random.nextInt(4) == 0) {
            write(customer, time, UNSTAGED, channel, "", platform, "", "", "");
            write(customer, time, CONTACT, any(CHANNELS), "", platform, HostileText.ENTITY, "", "");
            time = time.plus(Duration.ofMinutes(7));
        }
        if (random.nextInt(3) == 0) {
            String score = Integer.toString(random.nextInt(11));
            write(customer, time, ANSWER, channel, "", platform, "", score, any(HostileText.ALL) + " delivery");
        }
    }

    private void write(String customer, Instant time, String event, String channel, String... rest) {
        List<String> fields = new ArrayList<>(List.of(customer, time.toString(), event, channel));
        fields.addAll(List.of(rest));
        lines.add(record(fields.toArray(String[]::new)));
    }

    private String any(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    private static String record(String... fields) {
        return List.of(fields).stream()
                .map(field -> "\"" + field.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(","));
    }
}
