package io.parcours.condition;

import java.util.ArrayList;
import java.util.List;

/**
 * A value a column might have, as a row that has nothing else.
 *
 * @param isAlone whether it stands for itself alone; otherwise for all values up to the next constant
 */
record Trial(boolean isAlone, String text, double number, long instant, Boolean flag) implements ConditionRow {

    private static final Trial MISSING = new Trial(true, null, NumberNode.MISSING, NO_INSTANT, null);

    /** Values that between them stand for all a column of this type can have, beside these constants. */
    static List<Trial> of(ConditionType type, List<Constant> constants) {
        List<Trial> trials = new ArrayList<>();
        trials.add(MISSING);
        switch (type) {
            case TEXT -> trials.add(ofText(false, ""));
            case NUMBER -> trials.add(ofNumber(false, 0));
            case INSTANT -> trials.add(ofInstant(false, 0));
            case FLAG -> {
                trials.add(new Trial(true, null, NumberNode.MISSING, NO_INSTANT, true));
                trials.add(new Trial(true, null, NumberNode.MISSING, NO_INSTANT, false));
            }
        }
        if (type != ConditionType.FLAG) {
            constants.forEach(constant -> addAround(constant, trials));
        }
        return trials;
    }

    private static void addAround(Constant constant, List<Trial> trials) {
        if (constant instanceof Constant.OfText text && TextNode.isUsable(text.value())) {
            trials.add(ofText(true, text.value()));
            trials.add(ofText(false, text.value() + '\0'));
        } else if (constant instanceof Constant.OfNumber number && Double.isFinite(number.value())) {
            trials.add(ofNumber(true, number.value()));
            trials.add(ofNumber(false, Math.nextDown(number.value())));
            trials.add(ofNumber(false, Math.nextUp(number.value())));
        } else if (constant instanceof Constant.OfInstant instant && instant.micros() != NO_INSTANT) {
            trials.add(ofInstant(true, instant.micros()));
            trials.add(ofInstant(false, instant.micros() - 1));
            trials.add(ofInstant(false, instant.micros() + 1));
        }
    }

    private static Trial ofText(boolean isAlone, String text) {
        return new Trial(isAlone, text, NumberNode.MISSING, NO_INSTANT, null);
    }

    private static Trial ofNumber(boolean isAlone, double number) {
        return new Trial(isAlone, null, number, NO_INSTANT, null);
    }

    private static Trial ofInstant(boolean isAlone, long instant) {
        return new Trial(isAlone, null, NumberNode.MISSING, instant, null);
    }

    boolean satisfies(List<FlagNode> conditions) {
        return conditions.stream().allMatch(condition -> condition.truth(this) == Truth.TRUE);
    }

    @Override
    public String text(int column) {
        return text;
    }

    @Override
    public double number(int column) {
        return number;
    }

    @Override
    public long instant(int column) {
        return instant;
    }

    @Override
    public Boolean flag(int column) {
        return flag;
    }
}
