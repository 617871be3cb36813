package io.parcours.buying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parcours.buying.MadeUpBuyers.Life;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The models' answers against customers who live by their stories, purchase by purchase. */
class BuyingStoryTest {
    private static final int CUSTOMERS = 40_000;
    private static final double AGE = 20;
    private static final double HORIZON = 15;

    static Stream<BuyingModel> models() {
        return Stream.of(
                new BgNbd(.8, 4, .9, 2.5),
                new BgNbd(2, 10, 1, 3),
                new MbgNbd(.8, 4, 1.4, 2.5),
                new ParetoNbd(.8, 5, .9, 20),
                new ParetoNbd(2, 12, 1, 8));
    }

    /** Answers less outcomes: nothing on average, whatever part of the past is picked. */
    private static final class Difference {
        private double sum;
        private double squares;
        private int count;

        void add(double answer, double outcome) {
            double difference = answer - outcome;
            sum += difference;
            squares += difference * difference;
            count++;
        }

        void assertNone(String name) {
            assertThat(count).as(name).isGreaterThan(500);
            assertThat(sum / count).as(name).isCloseTo(0, within(4 * Math.sqrt(squares) / count + 1e-12));
        }
    }

    private static final List<String> PASTS =
            List.of("never again", "once, long ago", "once, lately", "more, long ago", "more, lately");

    private static int past(int x, double recency) {
        return x == 0 ? 0 : (x == 1 ? 1 : 3) + (recency > AGE * .6 ? 1 : 0);
    }

    @ParameterizedTest
    @MethodSource("models")
    void answers_are_what_happens_on_average(BuyingModel model) {
        MadeUpBuyers buyers = new MadeUpBuyers(11);
        Difference[][] differences = new Difference[PASTS.size()][3];
        for (Difference[] row : differences) {
            row[0] = new Difference();
            row[1] = new Difference();
            row[2] = new Difference();
        }
        Difference newcomer = new Difference();
        for (int i = 0; i < CUSTOMERS; i++) {
            Life life = buyers.life(model, AGE + HORIZON);
            int x = life.x(AGE);
            double recency = life.recency(AGE);
            int next = life.x(AGE + HORIZON) - x;
            Difference[] row = differences[past(x, recency)];
            row[0].add(model.aliveProbability(x, recency, AGE), life.isThere(AGE) ? 1 : 0);
            row[1].add(model.expectedPurchases(x, recency, AGE, HORIZON), next);
            row[2].add(model.silentProbability(x, recency, AGE, HORIZON), next == 0 ? 1 : 0);
            newcomer.add(model.expectedOfNewcomer(AGE), x);
        }
        for (int past = 0; past < PASTS.size(); past++) {
            differences[past][0].assertNone(PASTS.get(past) + ": is there");
            differences[past][1].assertNone(PASTS.get(past) + ": purchases");
            differences[past][2].assertNone(PASTS.get(past) + ": silence");
        }
        newcomer.assertNone("newcomer");
    }
}
