/**
 * Which way do customers go? Two answers: what follows what ({@code transitions}), and the whole ways through the
 * lifecycle ({@code paths}).
 *
 * <p>A transition is a pair of neighbouring touchpoints of one journey, seen at three levels: event, stage, channel.
 * Nothing is folded: a pair of equals counts as well. Before the first touchpoint stands {@code (start)}, after the last
 * {@code (end)}, or {@code (open)} where the journey may still go on; a missing stage or channel is {@code (none)}. So a
 * journey A A B that is over gives (start) to A, A to A, A to B, B to (end), and at each level the transitions out of X
 * are as many as the touchpoints with X.
 *
 * <p>A path is the stages of a journey in order without touchpoints that have no stage, neighbouring repeats counted
 * once: stages D D - D P - P D give the path D P D.
 */
package io.parcours.path;
