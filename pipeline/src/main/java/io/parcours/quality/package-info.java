/**
 * What was read, what became of it, and is it good enough to publish?
 *
 * <p>Every record that is read has exactly one {@link io.parcours.quality.RecordOutcome outcome}: read = accepted +
 * duplicate + rejected + filtered + after_as_of. Only rejected records stand in the quarantine, and only they count
 * against the {@link io.parcours.quality.QualityGate gate}, as rejected / read.
 *
 * <p>By hand: of 1,000 records 12 have no customer, 300 are bots that the map leaves out, 8 repeat others. 12 are
 * rejected, 300 filtered, 8 duplicates, 680 accepted. The rejected share is 12 / 1,000 = 1.2 %, above the default of 1 %:
 * nothing is published. The 300 weigh on neither side but as records read.
 */
package io.parcours.quality;
