package io.parcours.condition;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The columns a part of a condition names. */
final class Names {

    private final Set<String> names = new HashSet<>();

    private Names() {}

    static Set<String> of(Syntax syntax) {
        Names collected = new Names();
        collected.add(syntax);
        return collected.names;
    }

    private void add(Syntax syntax) {
        if (syntax instanceof Syntax.ColumnName column) {
            names.add(column.name());
        } else if (syntax instanceof Syntax.All all) {
            addAll(all.parts());
        } else if (syntax instanceof Syntax.Any any) {
            addAll(any.parts());
        } else if (syntax instanceof Syntax.Not not) {
            add(not.operand());
        } else if (syntax instanceof Syntax.IsNull isNull) {
            add(isNull.operand());
        } else if (syntax instanceof Syntax.Compared compared) {
            addAll(List.of(compared.left(), compared.right()));
        } else {
            addOfValues(syntax);
        }
    }

    private void addOfValues(Syntax syntax) {
        if (syntax instanceof Syntax.In in) {
            add(in.operand());
            addAll(in.values());
        } else if (syntax instanceof Syntax.Between between) {
            addAll(List.of(between.operand(), between.low(), between.high()));
        } else if (syntax instanceof Syntax.Like like) {
            addAll(List.of(like.operand(), like.pattern()));
        } else if (syntax instanceof Syntax.Calculation calculation) {
            add(calculation.first());
            calculation.links().forEach(link -> add(link.operand()));
        } else if (syntax instanceof Syntax.Negative negative) {
            add(negative.operand());
        } else if (syntax instanceof Syntax.Cast cast) {
            add(cast.operand());
        } else if (syntax instanceof Syntax.Call call) {
            addAll(call.arguments());
        }
    }

    private void addAll(List<Syntax> parts) {
        parts.forEach(this::add);
    }
}
