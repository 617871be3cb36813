package io.parcours.table;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** How a row supplies a number, which the writer takes without making an object of it. */
sealed interface NumberSource<R> extends Function<R, Object> {

    /** A number that every row has. */
    record Whole<R>(ToLongFunction<R> number) implements NumberSource<R> {
        @Override
        public Object apply(R row) {
            return number.applyAsLong(row);
        }
    }

    /** A double; NaN where there is none. */
    record Real<R>(ToDoubleFunction<R> number) implements NumberSource<R> {
        @Override
        public Object apply(R row) {
            return number.applyAsDouble(row);
        }
    }
}
