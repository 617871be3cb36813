/**
 * Which channels and touchpoints carry the journeys? What each is used for, how customers go from one channel to the
 * next, and which touchpoints come first, last and most often.
 */
package io.parcours.report.channel;
