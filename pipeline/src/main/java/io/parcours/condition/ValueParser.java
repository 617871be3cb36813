package io.parcours.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Reads the values of a condition: arithmetic, functions, columns, literals, and whole conditions in parentheses. */
final class ValueParser {

    private static final Set<String> RESERVED =
            Set.of("and", "or", "not", "in", "like", "is", "null", "true", "false", "between");

    private static final Map<String, ArithmeticOperator> SUMS =
            Map.of("+", ArithmeticOperator.PLUS, "-", ArithmeticOperator.MINUS);
    private static final Map<String, ArithmeticOperator> PRODUCTS = Map.of(
            "*", ArithmeticOperator.TIMES, "/", ArithmeticOperator.DIVIDED_BY, "%", ArithmeticOperator.REMAINDER);
    private static final String A_VALUE = "a column, a value, a function or (";

    private final TokenCursor cursor;
    private final Supplier<Syntax> condition;

    /** @param condition reads a whole condition, where one stands inside a value */
    ValueParser(TokenCursor cursor, Supplier<Syntax> condition) {
        this.cursor = cursor;
        this.condition = condition;
    }

    Syntax calculation() {
        return chain(this::product, SUMS);
    }

    private Syntax product() {
        return chain(this::signed, PRODUCTS);
    }

    private Syntax chain(Supplier<Syntax> operand, Map<String, ArithmeticOperator> operators) {
        Syntax first = operand.get();
        int position = cursor.peek().position();
        List<Syntax.Link> links = new ArrayList<>();
        while (cursor.peek().kind() == Token.Kind.SIGN
                && operators.containsKey(cursor.peek().text())) {
            ArithmeticOperator operator = operators.get(cursor.next().text());
            links.add(new Syntax.Link(operator, operand.get()));
        }
        return links.isEmpty() ? first : new Syntax.Calculation(first, List.copyOf(links), position);
    }

    private Syntax signed() {
        int position = cursor.peek().position();
        if (cursor.acceptSign("-")) {
            return new Syntax.Negative(cursor.nested(this::signed), position);
        }
        if (cursor.acceptSign("+")) {
            Syntax operand = cursor.nested(this::signed);
            return new Syntax.Negative(new Syntax.Negative(operand, operand.position()), operand.position());
        }
        return primary();
    }

    private Syntax primary() {
        Token token = cursor.peek();
        switch (token.kind()) {
            case TEXT:
                cursor.next();
                return new Syntax.TextLiteral(token.text(), token.position());
            case NUMBER:
                cursor.next();
                return number(token);
            case QUOTED_NAME:
                cursor.next();
                return new Syntax.ColumnName(token.text(), token.position());
            case NAME:
                return named();
            default:
                if (!cursor.acceptSign("(")) {
                    throw cursor.unexpected(A_VALUE);
                }
                Syntax inner = cursor.nested(condition);
                cursor.expectSign(")");
                return inner;
        }
    }

    private static Syntax number(Token token) {
        double value = Double.parseDouble(token.text());
        if (Double.isInfinite(value)) {
            throw Wording.error(token.position(), Wording.clipped(token.text()) + " is too large a number");
        }
        return new Syntax.NumberLiteral(value, token.position());
    }

    private Syntax named() {
        Token token = cursor.peek();
        String word = token.text().toLowerCase(Locale.ROOT);
        switch (word) {
            case "true", "false":
                cursor.next();
                return new Syntax.FlagLiteral(Truth.of(word.equals("true")), token.position());
            case "null":
                cursor.next();
                return new Syntax.NullLiteral(token.position());
            default:
                if (RESERVED.contains(word)) {
                    throw cursor.unexpected(A_VALUE);
                }
                cursor.next();
                return cursor.acceptSign("(") ? called(token) : new Syntax.ColumnName(token.text(), token.position());
        }
    }

    private Syntax called(Token function) {
        if (function.isKeyword("cast")) {
            Syntax operand = cursor.nested(condition);
            cursor.expectKeyword("as");
            ConditionType target = castTarget();
            cursor.expectSign(")");
            return new Syntax.Cast(operand, target, function.position());
        }
        List<Syntax> arguments = cursor.acceptSign(")") ? List.of() : listed();
        return new Syntax.Call(function.text(), arguments, function.position());
    }

    private ConditionType castTarget() {
        if (cursor.accept("number")) {
            return ConditionType.NUMBER;
        }
        if (cursor.accept("text")) {
            return ConditionType.TEXT;
        }
        throw cursor.unexpected("number or text");
    }

    /** The items of a list and its closing parenthesis; the opening one is read. */
    List<Syntax> listed() {
        List<Syntax> items = new ArrayList<>();
        do {
            items.add(cursor.nested(condition));
        } while (cursor.acceptSign(","));
        cursor.expectSign(")");
        return List.copyOf(items);
    }
}
