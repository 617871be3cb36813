package io.parcours.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads tokens into {@link Syntax} by recursive descent, from the loosest binding ({@code or}) to the tightest, which are
 * the {@link ValueParser}'s.
 */
final class Parser {

    private final TokenCursor cursor;
    private final ValueParser values;

    private Parser(TokenCursor cursor) {
        this.cursor = cursor;
        this.values = new ValueParser(cursor, this::disjunction);
    }

    static Syntax parse(String text) {
        Parser parser = new Parser(new TokenCursor(Lexer.tokens(text)));
        if (parser.cursor.peek().kind() == Token.Kind.END) {
            throw new ConditionException("the condition is empty; leave the key out, or write one such as value > 5");
        }
        Syntax condition = parser.disjunction();
        if (parser.cursor.peek().kind() != Token.Kind.END) {
            throw parser.cursor.unexpected("and, or, or the end of the condition");
        }
        return condition;
    }

    private Syntax disjunction() {
        int position = cursor.peek().position();
        List<Syntax> parts = joined("or", this::conjunction);
        return parts.size() == 1 ? parts.get(0) : new Syntax.Any(parts, position);
    }

    private Syntax conjunction() {
        int position = cursor.peek().position();
        List<Syntax> parts = joined("and", this::negation);
        return parts.size() == 1 ? parts.get(0) : new Syntax.All(parts, position);
    }

    private List<Syntax> joined(String keyword, Supplier<Syntax> part) {
        List<Syntax> parts = new ArrayList<>();
        do {
            parts.add(part.get());
        } while (cursor.accept(keyword));
        return List.copyOf(parts);
    }

    private Syntax negation() {
        int position = cursor.peek().position();
        return cursor.accept("not") ? new Syntax.Not(cursor.nested(this::negation), position) : comparison();
    }

    private Syntax comparison() {
        Syntax left = values.calculation();
        Token token = cursor.peek();
        Comparison comparison = comparisonAt(token);
        if (comparison != null) {
            cursor.next();
            Syntax right = values.calculation();
            if (comparisonAt(cursor.peek()) != null) {
                throw Wording.error(
                        cursor.peek().position(),
                        "comparisons cannot be chained",
                        "write a < b and b < c instead of a < b < c");
            }
            return new Syntax.Compared(left, comparison, right, token.position());
        }
        if (cursor.accept("is")) {
            boolean isNegated = cursor.accept("not");
            cursor.expectKeyword("null");
            return negatedIf(isNegated, new Syntax.IsNull(left, token.position()));
        }
        boolean isNegated = cursor.accept("not");
        if (isNegated
                || cursor.peek().isKeyword("in")
                || cursor.peek().isKeyword("like")
                || cursor.peek().isKeyword("between")) {
            return negatedIf(isNegated, membership(left));
        }
        return left;
    }

    private static Comparison comparisonAt(Token token) {
        return token.kind() == Token.Kind.SIGN ? Comparison.ofSign(token.text()).orElse(null) : null;
    }

    private static Syntax negatedIf(boolean isNegated, Syntax operand) {
        return isNegated ? new Syntax.Not(operand, operand.position()) : operand;
    }

    private Syntax membership(Syntax operand) {
        int position = cursor.peek().position();
        if (cursor.accept("in")) {
            cursor.expectSign("(");
            return new Syntax.In(operand, values.listed(), position);
        }
        if (cursor.accept("between")) {
            Syntax low = values.calculation();
            cursor.expectKeyword("and");
            return new Syntax.Between(operand, low, values.calculation(), position);
        }
        if (cursor.accept("like")) {
            Syntax pattern = values.calculation();
            return new Syntax.Like(operand, pattern, cursor.accept("escape") ? escape() : "\\", position);
        }
        throw cursor.unexpected("in, like or between");
    }

    private String escape() {
        Token token = cursor.peek();
        if (token.kind() != Token.Kind.TEXT
                || token.text().codePointCount(0, token.text().length()) != 1) {
            throw cursor.unexpected("one character in quotes");
        }
        cursor.next();
        return token.text();
    }
}
