/**
 * Makes a touchpoint log of any size whose truth is known beforehand.
 *
 * <p>Everything is planned before it is written: a customer gets a rhythm (how often to come), a goal (how far to get in
 * the lifecycle) and, visit by visit, attempts to buy of a depth decided beforehand. Sessions are the planned visits,
 * journeys the planned runs of visits; how far a customer got in a funnel is what the planner decided, not what somebody
 * measured afterwards. The truth file adds up these decisions. So it is independent of the code that analyses the log,
 * and the two must agree to the last unit.
 *
 * <p>By hand: a customer is planned to see a product (10:00), fill the cart (10:02) and come back nine days later to pay.
 * The plan knows two visits, one journey (nine days are less than its gap of fourteen), two steps reached in the checkout's
 * seven days, and a touchpoint of step 5 that counts for its open count alone.
 */
package io.parcours.sample;
