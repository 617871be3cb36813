/**
 * How do journeys use channels, and where do they switch? A journey gets the first class that holds: {@code (none)} (no
 * touchpoint has a channel), {@code single}, {@code omnichannel} (some stage has touchpoints online and offline), {@code
 * crosschannel} (neighbouring touchpoints in different channels at most the handover window apart), {@code multichannel}.
 * A touchpoint without a channel is in none, and no neighbours are looked for beyond it.
 *
 * <p>By hand, the web online and the shop offline, seven days as handover window: viewed in the web, bought in the shop
 * two days later is crosschannel; three weeks later multichannel; looked at in both is omnichannel, whenever. The first
 * has one switch, web to shop, a handover, after which the journey converts; it did not convert where it began, so it is
 * not contained.
 *
 * <p>Classes differ in how long their journeys are, and long journeys convert more often, so rates are also given by
 * length and at equal length.
 */
package io.parcours.channel;
