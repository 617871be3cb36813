package io.parcours.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads tokens into {@link Syntax} by recursive descent, from the loosest binding ({@code or}) to the tightest. The
 * nesting is bounded, which bounds the stack of whoever walks the result.
 */
final class Parser {

    private static final int DEEPEST_NESTING = 100;
    private static final Set<String> RESERVED =
            Set.of("and", "or", "not", "in", "like", "is", "null", "true", "false", "between");

    private static final Map<String, ArithmeticOperator> SUMS =
            Map.of("+", ArithmeticOperator.PLUS, "-", ArithmeticOperator.MINUS);
    private static final Map<String, ArithmeticOperator> PRODUCTS = Map.of(
            "*", ArithmeticOperator.TIMES, "/", ArithmeticOperator.DIVIDED_BY, "%", ArithmeticOperator.REMAINDER);
    private static final String A_VALUE = "a column, a value, a function or (";

    private final List<Token> tokens;
    private int at;
    private int depth;

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Syntax parse(String text) {
        Parser parser = new Parser(Lexer.tokens(text));
        if (parser.peek().kind() == Token.Kind.END) {
            throw new ConditionException("the condition is empty; leave the key out, or write one such as value > 5");
        }
        Syntax condition = parser.disjunction();
        if (parser.peek().kind() != Token.Kind.END) {
            throw parser.unexpected("and, or, or the end of the condition");
        }
        return condition;
    }

    private Syntax disjunction() {
        int position = peek().position();
        List<Syntax> parts = joined("or", this::conjunction);
        return parts.size() == 1 ? parts.get(0) : new Syntax.Any(parts, position);
    }

    private Syntax conjunction() {
        int position = peek().position();
        List<Syntax> parts = joined("and", this::negation);
        return parts.size() == 1 ? parts.get(0) : new Syntax.All(parts, position);
    }

    private List<Syntax> joined(String keyword, Supplier<Syntax> part) {
        List<Syntax> parts = new ArrayList<>();
        do {
            parts.add(part.get());
        } while (accept(keyword));
        return List.copyOf(parts);
    }

    private Syntax negation() {
        int position = peek().position();
        return accept("not") ? new Syntax.Not(nested(this::negation), position) : comparison();
    }

    private Syntax comparison() {
        Syntax left = calculation();
        Token token = peek();
        Comparison comparison = comparisonAt(token);
        if (comparison != null) {
            at++;
            Syntax right = calculation();
            if (comparisonAt(peek()) != null) {
                throw Wording.error(
                        peek().position(),
                        "comparisons cannot be chained",
                        "write a < b and b < c instead of a < b < c");
            }
            return new Syntax.Compared(left, comparison, right, token.position());
        }
        if (accept("is")) {
            boolean isNegated = accept("not");
            expectKeyword("null");
            return negatedIf(isNegated, new Syntax.IsNull(left, token.position()));
        }
        boolean isNegated = accept("not");
        if (isNegated || peek().isKeyword("in") || peek().isKeyword("like") || peek().isKeyword("between")) {
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
        int position = peek().position();
        if (accept("in")) {
            expectSign("(");
            return new Syntax.In(operand, listed(), position);
        }
        if (accept("between")) {
            Syntax low = calculation();
            expectKeyword("and");
            return new Syntax.Between(operand, low, calculation(), position);
        }
        if (accept("like")) {
            Syntax pattern = calculation();
            return new Syntax.Like(operand, pattern, accept("escape") ? escape() : "\\", position);
        }
        throw unexpected("in, like or between");
    }

    private String escape() {
        Token token = peek();
        if (token.kind() != Token.Kind.TEXT
                || token.text().codePointCount(0, token.text().length()) != 1) {
            throw unexpected("one character in quotes");
        }
        at++;
        return token.text();
    }

    /** The items of a list and its closing parenthesis; the opening one is read. */
    private List<Syntax> listed() {
        List<Syntax> items = new ArrayList<>();
        do {
            items.add(nested(this::disjunction));
        } while (acceptSign(","));
        expectSign(")");
        return List.copyOf(items);
    }

    private Syntax calculation() {
        return chain(this::product, SUMS);
    }

    private Syntax product() {
        return chain(this::signed, PRODUCTS);
    }

    private Syntax chain(Supplier<Syntax> operand, Map<String, ArithmeticOperator> operators) {
        Syntax first = operand.get();
        int position = peek().position();
        List<Syntax.Link> links = new ArrayList<>();
        while (peek().kind() == Token.Kind.SIGN && operators.containsKey(peek().text())) {
            ArithmeticOperator operator = operators.get(next().text());
            links.add(new Syntax.Link(operator, operand.get()));
        }
        return links.isEmpty() ? first : new Syntax.Calculation(first, List.copyOf(links), position);
    }

    private Syntax signed() {
        int position = peek().position();
        if (acceptSign("-")) {
            return new Syntax.Negative(nested(this::signed), position);
        }
        return acceptSign("+") ? nested(this::signed) : primary();
    }

    private Syntax primary() {
        Token token = peek();
        switch (token.kind()) {
            case TEXT:
                at++;
                return new Syntax.TextLiteral(token.text(), token.position());
            case NUMBER:
                at++;
                return number(token);
            case QUOTED_NAME:
                at++;
                return new Syntax.ColumnName(token.text(), token.position());
            case NAME:
                return named();
            default:
                if (!acceptSign("(")) {
                    throw unexpected(A_VALUE);
                }
                Syntax inner = nested(this::disjunction);
                expectSign(")");
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
        Token token = peek();
        String word = token.text().toLowerCase(Locale.ROOT);
        switch (word) {
            case "true", "false":
                at++;
                return new Syntax.FlagLiteral(Truth.of(word.equals("true")), token.position());
            case "null":
                at++;
                return new Syntax.NullLiteral(token.position());
            default:
                if (RESERVED.contains(word)) {
                    throw unexpected(A_VALUE);
                }
                at++;
                return acceptSign("(") ? called(token) : new Syntax.ColumnName(token.text(), token.position());
        }
    }

    private Syntax called(Token function) {
        if (function.isKeyword("cast")) {
            Syntax operand = nested(this::disjunction);
            expectKeyword("as");
            ConditionType target = castTarget();
            expectSign(")");
            return new Syntax.Cast(operand, target, function.position());
        }
        List<Syntax> arguments = acceptSign(")") ? List.of() : listed();
        return new Syntax.Call(function.text(), arguments, function.position());
    }

    private ConditionType castTarget() {
        if (accept("number")) {
            return ConditionType.NUMBER;
        }
        if (accept("text")) {
            return ConditionType.TEXT;
        }
        throw unexpected("number or text");
    }

    private Syntax nested(Supplier<Syntax> inner) {
        if (++depth > DEEPEST_NESTING) {
            throw Wording.error(
                    peek().position(), "a condition is nested at most " + DEEPEST_NESTING + " deep, this is deeper");
        }
        Syntax syntax = inner.get();
        depth--;
        return syntax;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        return tokens.get(at++);
    }

    private boolean accept(String keyword) {
        boolean isThere = peek().isKeyword(keyword);
        at += isThere ? 1 : 0;
        return isThere;
    }

    private boolean acceptSign(String sign) {
        boolean isThere = peek().isSign(sign);
        at += isThere ? 1 : 0;
        return isThere;
    }

    private void expectKeyword(String keyword) {
        if (!accept(keyword)) {
            throw unexpected(keyword);
        }
    }

    private void expectSign(String sign) {
        if (!acceptSign(sign)) {
            throw unexpected(sign);
        }
    }

    private ConditionException unexpected(String expected) {
        return Wording.error(peek().position(), "expected " + expected + " but found " + peek().described());
    }
}
