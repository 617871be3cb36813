/**
 * Runs on a Spark cluster of several processes, some of which are killed: the same rows as on one machine, or a failure
 * that leaves the former ones. Started by the profile {@code cluster} once the jars are there; docs/scaling.md shows the same commands.
 */
package io.parcours.cluster;
