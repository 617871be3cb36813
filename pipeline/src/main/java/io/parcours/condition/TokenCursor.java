package io.parcours.condition;

import java.util.List;
import java.util.function.Supplier;

/** Where the parsers stand in the tokens of a condition, and how deep. */
final class TokenCursor {

    private static final int DEEPEST_NESTING = 100;

    private final List<Token> tokens;
    private int at;
    private int depth;

    TokenCursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Reads what stands one level deeper. The bound on the levels bounds the stack of whoever walks the tree. */
    Syntax nested(Supplier<Syntax> inner) {
        if (++depth > DEEPEST_NESTING) {
            throw Wording.error(
                    peek().position(), "a condition is nested at most " + DEEPEST_NESTING + " deep, this is deeper");
        }
        Syntax syntax = inner.get();
        depth--;
        return syntax;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token next() {
        return tokens.get(at++);
    }

    boolean accept(String keyword) {
        boolean isThere = peek().isKeyword(keyword);
        at += isThere ? 1 : 0;
        return isThere;
    }

    boolean acceptSign(String sign) {
        boolean isThere = peek().isSign(sign);
        at += isThere ? 1 : 0;
        return isThere;
    }

    void expectKeyword(String keyword) {
        if (!accept(keyword)) {
            throw unexpected(keyword);
        }
    }

    void expectSign(String sign) {
        if (!acceptSign(sign)) {
            throw unexpected(sign);
        }
    }

    ConditionException unexpected(String expected) {
        return Wording.error(peek().position(), "expected " + expected + " but found " + peek().described());
    }
}
