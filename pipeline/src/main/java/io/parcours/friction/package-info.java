/**
 * Where does the journey chafe, and what does it cost? Friction is a touchpoint with which something tiresome is complete:
 * an immediate repeat, a loop, a burst, another contact for the same thing, a move back, a stall. {@code docs/friction.md}
 * has the definitions.
 *
 * <p>By hand: {@code A A B A} has one immediate repeat at A (its second touchpoint) and one loop at A via B (its fourth).
 *
 * <p>What became of a journey with friction is compared with what became of journeys that stood at the same event, with
 * about as many touchpoints behind them, without it. {@link io.parcours.friction.FrictionWalk} finds friction, {@link
 * io.parcours.friction.Landmarks} says from where a journey is judged, {@link io.parcours.friction.Arrivals} and {@link
 * io.parcours.friction.Stalls} count, {@link io.parcours.friction.Comparison} compares.
 */
package io.parcours.friction;
