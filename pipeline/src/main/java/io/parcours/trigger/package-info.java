/** Who should be spoken to now? */
package io.parcours.trigger;
