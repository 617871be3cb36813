package io.parcours.condition;

import io.parcours.condition.ConditionInterpreter.Part;
import io.parcours.condition.ConditionInterpreter.Simple;
import io.parcours.condition.ConditionInterpreter.Strict;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** Random conditions of every construct but few functions, over few values, so that they meet. */
final class RandomConditions {

    private static final String[] TEXTS = {"", "a", "b", "ab", "A", "5", " -1 ", "\uFF5E", "\uD83D\uDE00", "a%"};
    private static final double[] NUMBERS = {0, 1, -1, 2.5, 5, 1e308};
    private static final long[] INSTANTS = {0, 86_400_000_000L, -1};
    private static final String[] STAMPS = {"1970-01-01", "1970-01-02T00:00Z", "1969-12-31 23:59:59.999999"};
    private static final String[] SIGNS = {"=", "!=", "<", "<=", ">", ">="};

    private final Random random;

    RandomConditions(Random random) {
        this.random = random;
    }

    SampleRow row() {
        SampleRow row = new SampleRow().with("occurred_at", INSTANTS[random.nextInt(3)]);
        for (String column : List.of("event", "channel")) {
            if (random.nextInt(4) > 0) {
                row.with(column, pick(TEXTS));
            }
        }
        return random.nextInt(4) > 0 ? row.with("value", NUMBERS[random.nextInt(NUMBERS.length)]) : row;
    }

    Part flag(int depth) {
        if (depth <= 0) {
            return switch (random.nextInt(6)) {
                case 0 -> new Simple("true", row -> true);
                case 1 -> new Simple("false", row -> false);
                case 2 -> new Simple("null", row -> null);
                default -> compared(number(0), number(0));
            };
        }
        return switch (random.nextInt(12)) {
            case 0, 1 -> joined("and", false, depth);
            case 2, 3 -> joined("or", true, depth);
            case 4 -> not(flag(depth - 1));
            case 5 -> compared(number(depth - 1), number(depth - 1));
            case 6 -> compared(text(depth - 1), text(depth - 1));
            case 7 -> instants();
            case 8 -> isNull(random.nextBoolean() ? text(depth - 1) : number(depth - 1));
            case 9 -> random.nextBoolean() ? in(text(depth - 1), depth, true) : in(number(depth - 1), depth, false);
            case 10 -> like(text(depth - 1));
            default -> between(number(depth - 1), number(depth - 1), number(depth - 1));
        };
    }

    private Part joined(String word, boolean deciding, int depth) {
        List<Part> parts = IntStream.rangeClosed(0, 1 + random.nextInt(2))
                .mapToObj(i -> flag(depth - 1))
                .toList();
        String text = String.join(
                " " + word + " ", parts.stream().map(RandomConditions::grouped).toList());
        return new Simple(text, row -> ConditionInterpreter.joined(parts, deciding, row));
    }

    private static Part not(Part operand) {
        return new Strict("not " + grouped(operand), List.of(operand), values -> !(Boolean) values.get(0));
    }

    private Part compared(Part left, Part right) {
        String sign = pick(SIGNS);
        return new Strict(
                grouped(left) + sign + grouped(right),
                List.of(left, right),
                values -> ConditionInterpreter.compared(values.get(0), sign, values.get(1)));
    }

    private Part instants() {
        int stamp = random.nextInt(STAMPS.length);
        Part literal = new Simple("'" + STAMPS[stamp] + "'", row -> INSTANTS[stamp]);
        String sign = pick(SIGNS);
        return new Strict(
                "occurred_at " + sign + literal.text(),
                List.of(new Simple("occurred_at", row -> row.instant(1)), literal),
                values -> ConditionInterpreter.compared(values.get(0), sign, values.get(1)));
    }

    private static Part isNull(Part operand) {
        return new Simple(grouped(operand) + " is null", row -> operand.value(row) == null);
    }

    /** in as the page says: equal to one or to another. */
    private Part in(Part operand, int depth, boolean isText) {
        List<Part> values = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> isText ? text(random.nextInt(2) * (depth - 1)) : number(random.nextInt(2) * (depth - 1)))
                .toList();
        List<Part> equalities = values.stream()
                .<Part>map(value -> new Strict(
                        "", List.of(operand, value), v -> ConditionInterpreter.compared(v.get(0), "=", v.get(1))))
                .toList();
        String list = String.join(", ", values.stream().map(Part::text).toList());
        return new Simple(
                grouped(operand) + " IN (" + list + ")", row -> ConditionInterpreter.joined(equalities, true, row));
    }

    private Part like(Part operand) {
        String pattern = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> pick("%", "_", "a", "b", "\uD83D\uDE00"))
                .reduce("", String::concat);
        return new Strict(
                grouped(operand) + " like '" + pattern + "'",
                List.of(operand),
                values -> ConditionInterpreter.isLike((String) values.get(0), pattern));
    }

    private static Part between(Part operand, Part low, Part high) {
        List<Part> both = List.of(
                new Strict("", List.of(operand, low), v -> ConditionInterpreter.compared(v.get(0), ">=", v.get(1))),
                new Strict("", List.of(operand, high), v -> ConditionInterpreter.compared(v.get(0), "<=", v.get(1))));
        return new Simple(
                grouped(operand) + " between " + grouped(low) + " and " + grouped(high),
                row -> ConditionInterpreter.joined(both, false, row));
    }

    private Part number(int depth) {
        int kind = depth <= 0 ? random.nextInt(3) : random.nextInt(10);
        return switch (kind) {
            case 0 -> new Simple("value", row -> Double.isNaN(row.number(4)) ? null : row.number(4));
            case 1, 2 -> literal(NUMBERS[random.nextInt(NUMBERS.length)]);
            case 3, 4, 5, 6 -> calculated(number(depth - 1), number(depth - 1), number(depth - 1));
            case 7 -> lengthOf(text(depth - 1));
            case 8 -> {
                Part operand = text(depth - 1);
                yield new Strict(
                        "cast(" + operand.text() + " as number)",
                        List.of(operand),
                        values -> ConditionInterpreter.castToNumber((String) values.get(0)));
            }
            default -> firstPresent(List.of(number(depth - 1), number(depth - 1)));
        };
    }

    private static Part literal(double number) {
        return new Simple(number < 0 ? "(" + number + ")" : Double.toString(number), row -> number);
    }

    private static Part lengthOf(Part operand) {
        return new Strict("length(" + operand.text() + ")", List.of(operand), values -> {
            String text = (String) values.get(0);
            return (double) text.codePointCount(0, text.length());
        });
    }

    /** Without parentheses in the text: * / % first, then + -, each from left to right. */
    private Part calculated(Part a, Part b, Part c) {
        String first = pick("+", "-", "*", "/", "%");
        String second = pick("+", "-", "*", "/", "%");
        boolean isSecondTighter = "+-".contains(first) && "*/%".contains(second);
        String text = grouped(a) + " " + first + " " + grouped(b) + " " + second + " " + grouped(c);
        Part inner = isSecondTighter ? calculated("", b, second, c) : calculated("", a, first, b);
        return isSecondTighter ? calculated(text, a, first, inner) : calculated(text, inner, second, c);
    }

    private static Part calculated(String text, Part left, String sign, Part right) {
        return new Strict(
                text,
                List.of(left, right),
                values -> ConditionInterpreter.calculated((Double) values.get(0), sign, (Double) values.get(1)));
    }

    private Part text(int depth) {
        int kind = depth <= 0 ? random.nextInt(4) : random.nextInt(9);
        return switch (kind) {
            case 0 -> new Simple("event", row -> row.text(2));
            case 1 -> new Simple("`channel`", row -> row.text(3));
            case 2, 3 -> {
                String text = pick(TEXTS);
                yield new Simple("'" + text + "'", row -> text);
            }
            case 4 -> {
                Part operand = text(depth - 1);
                yield new Strict(
                        "LOWER(" + operand.text() + ")",
                        List.of(operand),
                        values -> ((String) values.get(0)).toLowerCase(Locale.ROOT));
            }
            case 5 -> substring(text(depth - 1), number(0), number(0));
            case 6 -> {
                Part operand = number(depth - 1);
                yield new Strict(
                        "cast(" + operand.text() + " as text)",
                        List.of(operand),
                        values -> ConditionInterpreter.castToText((Double) values.get(0)));
            }
            case 7 -> {
                Part operand = flag(depth - 1);
                yield new Strict(
                        "cast((" + operand.text() + ") as text)",
                        List.of(operand),
                        values -> values.get(0).toString());
            }
            default -> firstPresent(List.of(text(depth - 1), text(depth - 1)));
        };
    }

    private static Part substring(Part operand, Part start, Part length) {
        return new Strict(
                "substring(" + operand.text() + ", " + start.text() + ", " + length.text() + ")",
                List.of(operand, start, length),
                values -> ConditionInterpreter.substring(
                        (String) values.get(0), (Double) values.get(1), (Double) values.get(2)));
    }

    private static Part firstPresent(List<Part> parts) {
        String text = String.join(", ", parts.stream().map(Part::text).toList());
        return new Simple("coalesce(" + text + ")", row -> {
            Object first = parts.get(0).value(row);
            return first != null ? first : parts.get(1).value(row);
        });
    }

    private static String grouped(Part part) {
        return "(" + part.text() + ")";
    }

    private String pick(String... words) {
        return words[random.nextInt(words.length)];
    }
}
