package io.parcours.condition;

import static io.parcours.condition.ConditionType.INSTANT;
import static io.parcours.condition.ConditionType.NUMBER;
import static io.parcours.condition.ConditionType.TEXT;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The functions of the grammar. All are pure: they know nothing but their arguments and the map's zone. A missing
 * argument makes the result missing, a failed one makes it fail.
 */
enum Function {
    LOWER(1, (f, zone) -> TextNode.of(f.text(0), text -> text.toLowerCase(Locale.ROOT)), TEXT),
    UPPER(1, (f, zone) -> TextNode.of(f.text(0), text -> text.toUpperCase(Locale.ROOT)), TEXT),
    TRIM(1, (f, zone) -> TextNode.of(f.text(0), String::strip), TEXT),
    SUBSTRING(2, (f, zone) -> substring(f), TEXT, NUMBER, NUMBER),
    LENGTH(1, (f, zone) -> NumberNode.of(f.text(0), CodePoints::length), TEXT),
    STARTS_WITH(2, (f, zone) -> FlagNode.of(f.text(0), f.text(1), String::startsWith), TEXT, TEXT),
    ENDS_WITH(2, (f, zone) -> FlagNode.of(f.text(0), f.text(1), String::endsWith), TEXT, TEXT),
    CONTAINS(2, (f, zone) -> FlagNode.of(f.text(0), f.text(1), String::contains), TEXT, TEXT),
    ABS(1, (f, zone) -> NumberNode.of(f.number(0), Math::abs), NUMBER),
    ROUND(1, (f, zone) -> round(f), NUMBER, NUMBER),
    FLOOR(1, (f, zone) -> NumberNode.of(f.number(0), Math::floor), NUMBER),
    CEIL(1, (f, zone) -> NumberNode.of(f.number(0), Math::ceil), NUMBER),
    HOUR(1, (f, zone) -> NumberNode.of(f.instant(0), micros -> LocalClock.hour(micros, zone)), INSTANT),
    DAY_OF_WEEK(1, (f, zone) -> NumberNode.of(f.instant(0), micros -> LocalClock.dayOfWeek(micros, zone)), INSTANT);

    private final int required;
    private final Builder builder;
    private final List<ConditionType> parameters;

    Function(int required, Builder builder, ConditionType... parameters) {
        this.required = required;
        this.builder = builder;
        this.parameters = List.of(parameters);
    }

    static Optional<Function> named(String name) {
        String word = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(f -> f.word().equals(word)).findFirst();
    }

    /** How the grammar spells it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean takes(int arguments) {
        return arguments >= required && arguments <= parameters.size();
    }

    ConditionType parameter(int index) {
        return parameters.get(index);
    }

    /** For errors: {@code substring(text, number, [number])}. */
    String signature() {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            String word = parameters.get(i).name().toLowerCase(Locale.ROOT);
            words.add(i < required ? word : "[" + word + "]");
        }
        return word() + "(" + String.join(", ", words) + ")";
    }

    /** @param arguments as many as it takes, each of its parameter's type */
    Node node(List<Node> arguments, ZoneId zone) {
        return builder.node(new Arguments(arguments), zone);
    }

    private interface Builder {
        Node node(Arguments arguments, ZoneId zone);
    }

    private record Arguments(List<Node> nodes) {

        TextNode text(int index) {
            return (TextNode) nodes.get(index);
        }

        NumberNode number(int index) {
            return (NumberNode) nodes.get(index);
        }

        InstantNode instant(int index) {
            return (InstantNode) nodes.get(index);
        }
    }

    private static Node substring(Arguments f) {
        NumberNode length = f.nodes().size() > 2 ? f.number(2) : new Constant.OfNumber(Integer.MAX_VALUE);
        return TextFunctions.substring(f.text(0), f.number(1), length);
    }

    private static Node round(Arguments f) {
        return f.nodes().size() > 1
                ? NumberFunctions.round(f.number(0), f.number(1))
                : NumberNode.of(f.number(0), NumberFunctions::round);
    }
}
