package io.parcours.attribution;

/**
 * A Markov chain that ends for certain, by the mean number of visits to its states: the inverse of {@code I - Q} for the
 * probabilities {@code Q} between states. Solved by elimination; the matrix is diagonally dominant by rows, so no pivot need be looked
 * for. Source: J. G. Kemeny and J. L. Snell, "Finite Markov Chains" (1960), chapter 3.
 */
final class AbsorbingChain {
    /** By state begun in and state: how often it is visited on average. */
    private final double[][] visits;

    /**
     * Solves a chain.
     *
     * @param matrix the probabilities from state to state, which is overwritten; a row without any is a state never left
     *     alive
     */
    AbsorbingChain(double[][] matrix) {
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column < matrix.length; column++) {
                matrix[row][column] = (row == column ? 1 : 0) - matrix[row][column];
            }
        }
        invert(matrix);
        visits = matrix;
    }

    /** By state: what is gained on average from there on, if each visit to a state gains this much. */
    double[] expected(double[] gains) {
        double[] expected = new double[visits.length];
        for (int state = 0; state < expected.length; state++) {
            for (int visited = 0; visited < gains.length; visited++) {
                expected[state] += visits[state][visited] * gains[visited];
            }
        }
        return expected;
    }

    /**
     * How likely the chain, begun in state 0, comes to one of these states, by which of them it comes to first: the h with
     * {@code visits(0, a) = sum over b of h(b) visits(b, a)} for all of them.
     */
    double[] firstMet(int[] states) {
        int size = states.length;
        double[][] system = new double[size][size + 1];
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                system[a][b] = visits[states[b]][states[a]];
            }
            system[a][size] = visits[0][states[a]];
        }
        return solve(system);
    }

    private static void invert(double[][] matrix) {
        int size = matrix.length;
        for (int pivot = 0; pivot < size; pivot++) {
            double[] pivotRow = matrix[pivot];
            double factor = 1 / pivotRow[pivot];
            pivotRow[pivot] = 1;
            for (int column = 0; column < size; column++) {
                pivotRow[column] *= factor;
            }
            for (int row = 0; row < size; row++) {
                if (row != pivot && matrix[row][pivot] != 0) {
                    double times = matrix[row][pivot];
                    matrix[row][pivot] = 0;
                    subtract(matrix[row], times, pivotRow);
                }
            }
        }
    }

    private static void subtract(double[] row, double times, double[] other) {
        for (int column = 0; column < row.length; column++) {
            row[column] -= times * other[column];
        }
    }

    /** Solves a system whose last column is its right side, by elimination with the greatest pivot of each column. */
    private static double[] solve(double[][] system) {
        int size = system.length;
        for (int column = 0; column < size; column++) {
            int greatest = column;
            for (int row = column + 1; row < size; row++) {
                greatest = Math.abs(system[row][column]) > Math.abs(system[greatest][column]) ? row : greatest;
            }
            double[] pivotRow = system[greatest];
            system[greatest] = system[column];
            system[column] = pivotRow;
            for (int row = column + 1; row < size; row++) {
                if (system[row][column] != 0) {
                    subtract(system[row], system[row][column] / pivotRow[column], pivotRow);
                }
            }
        }
        double[] solution = new double[size];
        for (int row = size - 1; row >= 0; row--) {
            double sum = system[row][size];
            for (int column = row + 1; column < size; column++) {
                sum -= system[row][column] * solution[column];
            }
            solution[row] = sum / system[row][row];
        }
        return solution;
    }
}
