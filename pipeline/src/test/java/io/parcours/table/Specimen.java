package io.parcours.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A row with a value of every type, any of them null. */
public record Specimen(
        String text,
        Long whole,
        Double real,
        Boolean flag,
        Long instant,
        LocalDate date,
        List<String> texts,
        List<Long> instants) {

    public static final ReportTable<Specimen> TABLE = new ReportTable<>(
            "specimens",
            "a row with every type",
            List.of(
                    Column.text("text", "any text, \"quoted\" too", Specimen::text),
                    Column.whole("whole", "any 64-bit number", Specimen::whole),
                    Column.real("real", "any double", Specimen::real),
                    Column.flag("flag", "true or false", Specimen::flag),
                    Column.instant("instant", "an instant", Specimen::instant),
                    Column.date("date", "a day", Specimen::date),
                    Column.texts("texts", "a list", Specimen::texts),
                    Column.instants("instants", "a list of instants", row -> numbers(row.instants()))));

    public static final Specimen EMPTY = new Specimen(null, null, null, null, null, null, null, null);

    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "B",
            "add_to_cart",
            "Zürich",
            "日本語",
            "👩‍🚀",
            "a,b",
            "say \"hi\"",
            "two\nlines",
            "\u001b[31mred",
            "=cmd|' /C'!A0");

    /** Rows in which everything occurs: nulls, ends of the ranges, empty lists, null elements, few and many texts. */
    public static List<Specimen> random(long seed, int count) {
        Random random = new Random(seed);
        List<Specimen> specimens = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            specimens.add(new Specimen(
                    or(random, random.nextBoolean() ? text(random) : "customer-" + random.nextInt(1_000_000)),
                    or(random, random.nextInt(8) == 0 ? random.nextLong() : (Long) (long) random.nextInt(20)),
                    or(random, real(random)),
                    or(random, random.nextBoolean()),
                    or(random, random.nextLong(-9_000_000_000_000_000L, 9_000_000_000_000_000L)),
                    or(random, LocalDate.ofEpochDay(random.nextInt(-200_000, 200_000))),
                    or(random, texts(random)),
                    or(random, instants(random))));
        }
        return specimens;
    }

    private static <T> T or(Random random, T value) {
        return random.nextInt(6) == 0 ? null : value;
    }

    private static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private static Double real(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> (double) random.nextInt(5);
            case 2 -> -0.5;
            case 3 -> Double.NaN;
            default -> random.nextDouble();
        };
    }

    private static List<String> texts(Random random) {
        String[] texts = new String[random.nextInt(4)];
        Arrays.setAll(texts, index -> random.nextInt(5) == 0 ? null : text(random));
        return Collections.unmodifiableList(Arrays.asList(texts));
    }

    private static List<Long> instants(Random random) {
        Long[] instants = new Long[random.nextInt(4)];
        Arrays.setAll(
                instants,
                index -> random.nextInt(5) == 0
                        ? null
                        : (Long) random.nextLong(-9_000_000_000_000_000L, 9_000_000_000_000_000L));
        return Collections.unmodifiableList(Arrays.asList(instants));
    }

    private static long[] numbers(List<Long> instants) {
        return instants == null
                ? null
                : instants.stream()
                        .mapToLong(instant -> instant == null ? Column.NO_INSTANT : instant)
                        .toArray();
    }

    /** The values as they must be read back: what is not finite is null. */
    public List<Object> values() {
        return Arrays.asList(
                text,
                whole,
                real == null || !Double.isFinite(real) ? null : real,
                flag,
                instant,
                date,
                texts,
                instants);
    }
}
