package io.parcours.condition;

/** The five operators of arithmetic on numbers that are neither missing nor failed. */
enum ArithmeticOperator {
    PLUS {
        @Override
        double apply(double left, double right) {
            return left + right;
        }
    },
    MINUS {
        @Override
        double apply(double left, double right) {
            return left - right;
        }
    },
    TIMES {
        @Override
        double apply(double left, double right) {
            return left * right;
        }
    },
    DIVIDED_BY {
        @Override
        double apply(double left, double right) {
            return right == 0 ? NumberNode.FAILED : left / right;
        }
    },
    REMAINDER {
        @Override
        double apply(double left, double right) {
            return right == 0 ? NumberNode.FAILED : left % right;
        }
    };

    /** The result, not finite where it could not be worked out. */
    abstract double apply(double left, double right);
}
