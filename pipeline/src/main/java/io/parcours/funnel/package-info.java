/**
 * How far do customers (or their journeys, or sessions) get along the steps the business expects, how sure is that, and
 * what do the lost do next? What do they have more often than those who went on?
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
 * divide last.
 *
 * <p>What goes with being lost is an association, never by itself a cause. It is looked for where a unit first came to the
 * step before, among units whose time is up, in strata of how much they did: those who were lost are watched longer than
 * those who went on, and long histories contain more of everything. By hand: 8 of 11 lost and 2 of 9 who went on had X
 * before; the odds are (8 x 7) / (3 x 2) = 9.3 times higher, Fisher's p is 0.07.
 *
 * <p>The rules in words: docs/counting-rules.md.
 */
package io.parcours.funnel;
