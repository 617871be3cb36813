/**
 * How fast is Parcours, measured beside what else could be taken for the same questions? {@code docs/performance.md} says
 * what is raced and how; {@link io.parcours.benchmark.BenchmarkCommand} runs it. No part of the product.
 *
 * <p>Every contender runs in a process of its own ({@link io.parcours.benchmark.ContenderProcess}), started by the
 * {@link io.parcours.benchmark.Stable}; a {@link io.parcours.benchmark.Race} takes them in turn and compares answers before
 * it tells times. The peers' SQL lies in resources beside this package.
 */
package io.parcours.benchmark;
