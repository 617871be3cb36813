package io.parcours.condition;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Brings values that meet in a comparison to one type, or says why they have none in common. Bare nulls fit every type;
 * a text in quotes is read as an instant where it meets one.
 */
final class Typing {

    private static final String INSTANT_ADVICE =
            "write a date such as '2024-03-01' or an instant such as '2024-03-01T12:30:00Z'";

    private final ZoneId zone;

    Typing(ZoneId zone) {
        this.zone = zone;
    }

    /** A part of the condition before and after its check. */
    record Part(Syntax syntax, Node node) {}

    /** The parts' nodes, all of one type; bare nulls only are taken for text. */
    List<Node> unified(List<Part> parts, int position) {
        ConditionType type = commonType(parts);
        List<Node> nodes = new ArrayList<>();
        for (Part part : parts) {
            Node node = brought(part, type);
            ConditionType actual = node.type().orElse(type);
            if (actual != type) {
                throw mismatch(parts, part, type, actual, position);
            }
            nodes.add(NullNode.orTyped(node, type));
        }
        return nodes;
    }

    /** The node where it is of this type or a bare null. */
    static Node expected(Part part, ConditionType type, String user) {
        ConditionType actual = part.node().type().orElse(type);
        if (actual != type) {
            throw Wording.error(
                    part.syntax().position(),
                    user + " takes " + Wording.described(type) + ", but this is " + Wording.described(actual),
                    castAdvice(type, actual));
        }
        return NullNode.orTyped(part.node(), type);
    }

    private static ConditionType commonType(List<Part> parts) {
        if (parts.stream().anyMatch(part -> part.node() instanceof InstantNode)) {
            return ConditionType.INSTANT;
        }
        return parts.stream()
                .flatMap(part -> part.node().type().stream())
                .findFirst()
                .orElse(ConditionType.TEXT);
    }

    private Node brought(Part part, ConditionType type) {
        if (type != ConditionType.INSTANT || !(part.syntax() instanceof Syntax.TextLiteral literal)) {
            return part.node();
        }
        OptionalLong micros = InstantText.parse(literal.value(), zone);
        if (micros.isEmpty()) {
            throw Wording.error(
                    literal.position(),
                    Wording.quoted(literal.value()) + " is neither a date nor an instant",
                    INSTANT_ADVICE);
        }
        return new Constant.OfInstant(micros.getAsLong());
    }

    private static ConditionException mismatch(
            List<Part> parts, Part part, ConditionType type, ConditionType actual, int position) {
        String what = Wording.described(type) + " cannot be compared with " + Wording.described(actual);
        return Wording.error(position, what, advice(parts, part, type, actual));
    }

    private static String advice(List<Part> parts, Part part, ConditionType type, ConditionType actual) {
        if (type == ConditionType.INSTANT) {
            return INSTANT_ADVICE;
        }
        if (type == ConditionType.NUMBER && part.syntax() instanceof Syntax.TextLiteral literal) {
            return NumberText.parse(literal.value()) == NumberNode.FAILED
                    ? ""
                    : "a number is written without quotes: " + literal.value().strip();
        }
        boolean isNumberLiteral = part.syntax() instanceof Syntax.NumberLiteral;
        if (type == ConditionType.TEXT && isNumberLiteral && parts.get(0).syntax() instanceof Syntax.ColumnName name) {
            return "write cast(" + Wording.clipped(name.name()) + " as number) to compare it as a number";
        }
        return castAdvice(type, actual);
    }

    private static String castAdvice(ConditionType type, ConditionType actual) {
        boolean areTextAndNumber = (type == ConditionType.NUMBER || type == ConditionType.TEXT)
                && (actual == ConditionType.NUMBER || actual == ConditionType.TEXT);
        return areTextAndNumber ? "write cast(... as number) or cast(... as text)" : "";
    }
}
