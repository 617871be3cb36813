/**
 * Which touchpoints are there, and what goes with them? For every channel, stage and event: how many touchpoints, of how
 * many customers, in which place of how many journeys, converting or not, worth how much.
 *
 * <p>By hand, a journey {@code A/web D/shop} that converts by D and one {@code A/web A/web}, both over: A in the web is
 * 3 of 4 touchpoints, begins 2 of 2 journeys, ends 1 of 2, lies in the one that converts, and 1 of its 2 journeys
 * converts.
 */
package io.parcours.inventory;
