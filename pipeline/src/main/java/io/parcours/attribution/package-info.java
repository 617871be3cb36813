/**
 * Which touchpoints earn the conversions? Every conversion, and its value, is parted among the touches before it by
 * several models side by side; docs/attribution.md defines them.
 *
 * <p>For example a customer touches the channels mail and web and then converts with a value of 10: {@code first} credits
 * mail with the conversion and the 10, {@code last} web, {@code linear} each with half a conversion and 5.
 *
 * <p>{@link io.parcours.attribution.TouchWindows} finds the touches that count for a conversion, {@link
 * io.parcours.attribution.NamedPath} makes them a path of names, {@link io.parcours.attribution.CreditShares} parts the
 * conversion. Two models look at all paths together: {@link io.parcours.attribution.MarkovModel}, and shapley, whose game
 * is a sum of one simple game a path, so that each path can be parted by itself.
 */
package io.parcours.attribution;
