package io.parcours.condition;

import java.util.ArrayList;
import java.util.List;

/**
 * What the parts of a conjunction ask of one column, and whether any value can satisfy them all.
 *
 * <p>A part that only compares the column with constants changes its answer nowhere but at those constants. So the
 * constants and a value right beside each stand for all values: where none of them satisfies these parts, no value does.
 * Where only single values do ({@code event in ('a', 'b')}), the other parts, whatever they compute, are tried on them.
 */
final class ColumnDemands {

    private static final long MOST_TRIALS = 5_000_000;

    private final Checker checker;
    private final String name;
    private final ConditionType type;
    private final List<Constant> constants = new ArrayList<>();
    private final List<FlagNode> stepwise = new ArrayList<>();
    private final List<FlagNode> others = new ArrayList<>();

    /** @param parts conditions that name this column and no other */
    ColumnDemands(Checker checker, String name, ConditionType type, List<Syntax> parts) {
        this.checker = checker;
        this.name = name;
        this.type = type;
        for (Syntax part : parts) {
            (isStepwise(part) ? stepwise : others).add(checker.flag(part, "a condition"));
        }
    }

    boolean areContradictory() {
        List<Trial> trials = Trial.of(type, constants);
        if ((long) trials.size() * (stepwise.size() + others.size()) > MOST_TRIALS) {
            return false;
        }
        List<Trial> survivors =
                trials.stream().filter(trial -> trial.satisfies(stepwise)).toList();
        return survivors.stream().allMatch(Trial::isAlone)
                && survivors.stream().noneMatch(trial -> trial.satisfies(others));
    }

    private boolean isStepwise(Syntax part) {
        if (part instanceof Syntax.All all) {
            return all.parts().stream().allMatch(this::isStepwise);
        }
        if (part instanceof Syntax.Any any) {
            return any.parts().stream().allMatch(this::isStepwise);
        }
        if (part instanceof Syntax.Not not) {
            return isStepwise(not.operand());
        }
        if (part instanceof Syntax.IsNull isNull) {
            return isColumn(isNull.operand());
        }
        return isStepwiseComparison(part) || checker.node(part) instanceof Constant;
    }

    private boolean isStepwiseComparison(Syntax part) {
        if (part instanceof Syntax.Compared compared) {
            return isConstantBeside(compared.left(), compared.right())
                    || isConstantBeside(compared.right(), compared.left());
        }
        if (part instanceof Syntax.Between between) {
            return isConstantBeside(between.operand(), between.low())
                    && isConstantBeside(between.operand(), between.high());
        }
        return part instanceof Syntax.In in
                && in.values().stream().allMatch(value -> isConstantBeside(in.operand(), value));
    }

    private boolean isConstantBeside(Syntax column, Syntax value) {
        if (!isColumn(column) || !(checker.nodeBeside(column, value) instanceof Constant constant)) {
            return false;
        }
        constants.add(constant);
        return true;
    }

    private boolean isColumn(Syntax syntax) {
        return syntax instanceof Syntax.ColumnName column && column.name().equals(name);
    }
}
