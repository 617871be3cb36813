package io.parcours.condition;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Finds the columns and functions a condition names, checks its types, and makes it a tree of {@link Node}s. */
final class Checker {

    private final ConditionColumns columns;
    private final Typing typing;
    private final CallChecker calls;

    Checker(ConditionColumns columns, ZoneId zone) {
        this.columns = columns;
        this.typing = new Typing(zone);
        this.calls = new CallChecker(this, zone);
    }

    /** The node of a whole condition or of a part that must be true or false. */
    FlagNode flag(Syntax syntax, String user) {
        return (FlagNode) checked(syntax, ConditionType.FLAG, user);
    }

    Node node(Syntax syntax) {
        if (syntax instanceof Syntax.TextLiteral text) {
            return new Constant.OfText(text.value());
        }
        if (syntax instanceof Syntax.NumberLiteral number) {
            return new Constant.OfNumber(number.value());
        }
        if (syntax instanceof Syntax.FlagLiteral flag) {
            return new Constant.OfFlag(flag.value());
        }
        if (syntax instanceof Syntax.NullLiteral) {
            return new NullNode();
        }
        if (syntax instanceof Syntax.ColumnName column) {
            return column(column);
        }
        return logical(syntax);
    }

    private Node column(Syntax.ColumnName column) {
        OptionalInt index = columns.indexOf(column.name());
        if (index.isEmpty()) {
            throw Wording.error(
                    column.position(),
                    "unknown column " + Wording.clipped(column.name()),
                    Wording.legalNames(column.name(), "columns", columns.names())
                            + "; text is written in single quotes: "
                            + Wording.quoted(column.name()));
        }
        int number = index.getAsInt();
        return switch (columns.types().get(number)) {
            case TEXT -> (TextNode) row -> row.text(number);
            case NUMBER -> NumberNode.ofColumn(number);
            case FLAG -> FlagNode.ofColumn(number);
            case INSTANT -> (InstantNode) row -> row.instant(number);
        };
    }

    private Node logical(Syntax syntax) {
        if (syntax instanceof Syntax.All all) {
            List<FlagNode> parts = flags(all.parts(), "and");
            return Constant.folded(FlagNode.all(parts), parts);
        }
        if (syntax instanceof Syntax.Any any) {
            List<FlagNode> parts = flags(any.parts(), "or");
            return Constant.folded(FlagNode.any(parts), parts);
        }
        if (syntax instanceof Syntax.Not not) {
            FlagNode operand = flag(not.operand(), "not");
            return Constant.folded((FlagNode) row -> operand.truth(row).not(), List.of(operand));
        }
        if (syntax instanceof Syntax.IsNull isNull) {
            Node operand = node(isNull.operand());
            return Constant.folded((FlagNode) operand::isMissing, List.of(operand));
        }
        return comparing(syntax);
    }

    private List<FlagNode> flags(List<Syntax> parts, String user) {
        return parts.stream().map(part -> flag(part, user)).toList();
    }

    private Node comparing(Syntax syntax) {
        if (syntax instanceof Syntax.Compared compared) {
            List<Node> sides = unified(compared.position(), compared.left(), compared.right());
            return Constant.folded(Comparing.two(sides, compared), sides);
        }
        if (syntax instanceof Syntax.Between between) {
            List<Node> parts = unified(between.position(), between.operand(), between.low(), between.high());
            return Constant.folded(Comparing.between(parts, between.position()), parts);
        }
        if (syntax instanceof Syntax.In in) {
            Syntax[] all =
                    Stream.concat(Stream.of(in.operand()), in.values().stream()).toArray(Syntax[]::new);
            List<Node> parts = unified(in.position(), all);
            return Constant.folded(Comparing.in(parts, in.position()), parts);
        }
        return syntax instanceof Syntax.Like like ? like(like) : calculating(syntax);
    }

    /** The node of a value as it is compared with a column. */
    Node nodeBeside(Syntax column, Syntax value) {
        return unified(value.position(), column, value).get(1);
    }

    List<Node> unified(int position, Syntax... parts) {
        return typing.unified(Arrays.stream(parts).map(this::part).toList(), position);
    }

    private Typing.Part part(Syntax syntax) {
        return new Typing.Part(syntax, node(syntax));
    }

    private Node like(Syntax.Like like) {
        TextNode operand = (TextNode) checked(like.operand(), ConditionType.TEXT, "like");
        int position = like.pattern().position();
        if (!(node(like.pattern()) instanceof Constant.OfText pattern) || !TextNode.isUsable(pattern.value())) {
            throw Wording.error(
                    position,
                    "the pattern of like is no text in quotes",
                    "use contains, starts_with or ends_with to compare with a column");
        }
        LikePattern compiled = LikePattern.of(pattern.value(), like.escape(), position);
        return Constant.folded(FlagNode.of(operand, compiled::matches), List.of(operand));
    }

    private Node calculating(Syntax syntax) {
        if (syntax instanceof Syntax.Calculation calculation) {
            NumberNode first = number(calculation.first());
            List<NumberNode> operands = calculation.links().stream()
                    .map(link -> number(link.operand()))
                    .toList();
            List<ArithmeticOperator> operators =
                    calculation.links().stream().map(Syntax.Link::operator).toList();
            List<NumberNode> all =
                    Stream.concat(Stream.of(first), operands.stream()).toList();
            return Constant.folded(NumberNode.calculated(first, operators, operands), all);
        }
        if (syntax instanceof Syntax.Negative negative) {
            NumberNode operand = number(negative.operand());
            return Constant.folded(NumberNode.of(operand, value -> -value), List.of(operand));
        }
        return syntax instanceof Syntax.Cast cast ? calls.node(cast) : calls.node((Syntax.Call) syntax);
    }

    private NumberNode number(Syntax syntax) {
        return (NumberNode) checked(syntax, ConditionType.NUMBER, "arithmetic");
    }

    Node checked(Syntax syntax, ConditionType type, String user) {
        return Typing.expected(part(syntax), type, user);
    }
}
