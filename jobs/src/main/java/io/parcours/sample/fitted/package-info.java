/**
 * Makes a touchpoint log that fits a journey map, whichever it is, with planted findings.
 *
 * <p>The map is read as a script: its stages are what customers walk through, its events and channels what they do and
 * where, its conditions what some of their touchpoints must be. A place and a size are drawn for each finding that the
 * map asks about (where customers drop, what annoys them, which channel persuades them), customers walk one after the
 * other with dice of their own, and the truth adds up what each of them really did.
 *
 * <p>By hand: a map has the stages look and buy, and the conversion {@code {stage: buy}}. A customer touches look, the
 * dice let the journey go on, and it touches buy; the truth counts one journey, one conversion. Had the planted drop been
 * at look with a share of 0.3, three in ten journeys would have ended there whatever the dice said.
 */
package io.parcours.sample.fitted;
