package io.parcours.condition;

import java.util.List;

/** Picks the nodes that compare values of one type, once {@link Typing} has found it. */
final class Comparing {

    private Comparing() {}

    static FlagNode two(List<Node> sides, Syntax.Compared compared) {
        Comparison comparison = compared.comparison();
        Node left = sides.get(0);
        Node right = sides.get(1);
        if (left instanceof TextNode text) {
            return TextNode.compared(text, comparison, (TextNode) right);
        }
        if (left instanceof NumberNode number) {
            return NumberNode.compared(number, comparison, (NumberNode) right);
        }
        if (left instanceof InstantNode instant) {
            return InstantNode.compared(instant, comparison, (InstantNode) right);
        }
        if (!comparison.isOfEquality()) {
            throw Wording.error(compared.position(), "true and false have no order", "compare them with = or !=");
        }
        return FlagNode.compared((FlagNode) left, comparison, (FlagNode) right);
    }

    static FlagNode between(List<Node> parts, int position) {
        Node operand = parts.get(0);
        if (operand instanceof TextNode text) {
            return TextNode.between(text, (TextNode) parts.get(1), (TextNode) parts.get(2));
        }
        if (operand instanceof NumberNode number) {
            return NumberNode.between(number, (NumberNode) parts.get(1), (NumberNode) parts.get(2));
        }
        if (operand instanceof InstantNode instant) {
            return InstantNode.between(instant, (InstantNode) parts.get(1), (InstantNode) parts.get(2));
        }
        throw Wording.error(position, "true and false have no order", "compare them with = or !=");
    }

    static FlagNode in(List<Node> parts, int position) {
        Node operand = parts.get(0);
        List<Node> values = parts.subList(1, parts.size());
        if (operand instanceof TextNode text) {
            return TextNode.in(text, all(values, TextNode.class));
        }
        if (operand instanceof NumberNode number) {
            return NumberNode.in(number, all(values, NumberNode.class));
        }
        if (operand instanceof InstantNode instant) {
            return InstantNode.in(instant, all(values, InstantNode.class));
        }
        throw Wording.error(position, "in is not for true and false", "compare them with = or !=");
    }

    static Node firstPresent(List<Node> parts) {
        Node first = parts.get(0);
        if (first instanceof TextNode) {
            return TextNode.firstPresent(all(parts, TextNode.class));
        }
        if (first instanceof NumberNode) {
            return NumberNode.firstPresent(all(parts, NumberNode.class));
        }
        return first instanceof InstantNode
                ? InstantNode.firstPresent(all(parts, InstantNode.class))
                : FlagNode.firstPresent(all(parts, FlagNode.class));
    }

    private static <N extends Node> List<N> all(List<Node> nodes, Class<N> type) {
        return nodes.stream().map(type::cast).toList();
    }
}
