/**
 * Do journeys go as they are meant to? Answered by the tables {@code conformance} and {@code stage_times}.
 *
 * <p>The map has the stages that a journey should come to, in order. A journey deviates where it skipped a stage, moved back
 * to one, repeated one, took longer in one than allowed, or came to a stage that is not expected; otherwise it follows. To
 * stop early is no deviation.
 *
 * <p>For example: expected are contact, consulted and answered, and a contact is to go on within four hours. The journey
 * contact at 9, contact at 10, answered at 14, contact at 15, all in hours, has three deviations: consulted was skipped, the
 * last contact moved back, and the first one, at 9, went on after five hours, which is too slow. It came to its end: it is
 * complete.
 */
package io.parcours.conformance;
