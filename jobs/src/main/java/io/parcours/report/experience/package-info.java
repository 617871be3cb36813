/**
 * Where do journeys hurt, and what is worth mending? Pain points, satisfaction, friction, deviations from what was
 * expected, triggers, segments, and what conversions are credited to. Findings are associations and are called so.
 */
package io.parcours.report.experience;
