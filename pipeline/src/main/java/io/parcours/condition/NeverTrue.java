package io.parcours.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Proves that a condition is true for no row at all, where that follows from constants and from what it asks of single
 * columns.
 */
final class NeverTrue {

    private final Checker checker;
    private final ConditionColumns columns;

    NeverTrue(Checker checker, ConditionColumns columns) {
        this.checker = checker;
        this.columns = columns;
    }

    /** @param condition a condition that has passed the check */
    boolean proves(Syntax condition) {
        if (condition instanceof Syntax.All all) {
            List<Syntax> parts = flattened(all);
            return parts.stream().anyMatch(this::proves) || provesTogether(parts);
        }
        if (condition instanceof Syntax.Any any) {
            return any.parts().stream().allMatch(this::proves);
        }
        if (checker.node(condition) instanceof Constant constant) {
            return !(constant instanceof Constant.OfFlag flag) || flag.truth() != Truth.TRUE;
        }
        return isWithoutValue(condition) || provesTogether(List.of(condition));
    }

    private static List<Syntax> flattened(Syntax.All all) {
        List<Syntax> parts = new ArrayList<>();
        for (Syntax part : all.parts()) {
            if (part instanceof Syntax.All inner) {
                parts.addAll(flattened(inner));
            } else {
                parts.add(part);
            }
        }
        return parts;
    }

    /** A comparison with a constant that is missing or fails. */
    private boolean isWithoutValue(Syntax condition) {
        return condition instanceof Syntax.Compared compared
                && (isWithoutValueItself(compared.left()) || isWithoutValueItself(compared.right()));
    }

    private boolean isWithoutValueItself(Syntax side) {
        Node node = checker.node(side);
        return node instanceof Constant && node.isMissing(null) != Truth.FALSE;
    }

    private boolean provesTogether(List<Syntax> parts) {
        Map<Set<String>, List<Syntax>> partsOfColumns = parts.stream().collect(Collectors.groupingBy(Names::of));
        for (int column = 0; column < columns.names().size(); column++) {
            String name = columns.names().get(column);
            List<Syntax> own = partsOfColumns.getOrDefault(Set.of(name), List.of());
            if (!own.isEmpty()
                    && new ColumnDemands(checker, name, columns.types().get(column), own).areContradictory()) {
                return true;
            }
        }
        return false;
    }
}
