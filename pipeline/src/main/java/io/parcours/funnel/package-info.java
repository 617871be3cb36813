/**
 * How far do customers (or their journeys, or sessions) get along the steps the business expects, how sure is that, and
 * what do the lost do next?
 *
 * <p>A funnel is an ordered list of steps. A chain of level k is k different touchpoints of one unit, serving steps 1 to k
 * with times that never fall, the last within the window of the first. A unit's level is that of its highest chain.
 *
 * <p>By hand: minutes A0 A30 B45 C75 along A, B, C within 60 minutes. From A0 the chain A0 B45 is the highest (C75 is 75
 * minutes later). From A30 the chain A30 B45 C75 takes 45 minutes: the unit reaches 3 and has converted.
 *
 * <p>The way of a history through the package: {@link io.parcours.funnel.FunnelQuestion} plans each
 * {@link io.parcours.funnel.FunnelRules funnel} once; a tracker picks the touchpoints of a unit that serve any step; a
 * matcher finds the chain that counts; the unit's progress is added to tallies that merge in any order; the reports
 * divide last. The rules in words: docs/counting-rules.md.
 */
package io.parcours.funnel;
