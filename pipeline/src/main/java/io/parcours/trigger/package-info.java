/**
 * Who should be spoken to now? Answered by the tables {@code triggers} and {@code trigger_summary}.
 *
 * <p>A trigger says: if this, unless that, within so long, then do so. A firing starts at a touchpoint that matches {@code
 * when}, where none is running and the trigger does not rest. It is cancelled by the first {@code unless} that comes after it
 * and not after its deadline, {@code within} later. If there is none it becomes due with the deadline, and the trigger rests
 * for the {@code cooldown} from then on; up to the deadline it is pending. What cancels a firing may start the next one.
 *
 * <p>For example: if C, unless D, within 10 minutes, cooldown 20 minutes. A customer's touchpoints are C at minute 0, C at 9,
 * D at 12, C at 25, C at 31, D at 35. The first firing starts at 0 and is due at 10: the C at 9 changes nothing, D is too
 * late. The trigger rests up to 30, so the C at 25 starts nothing; that at 31 does, and D at 35 cancels it.
 */
package io.parcours.trigger;
