/**
 * Who are the customers? Segments are named conditions over what is known of a customer as of the report: the regular, the
 * dormant, those lost at the cart. A customer belongs to the first segment that holds, or to all that do; reports can be
 * broken down by that name.
 *
 * <p>By hand: segments {@code regular: journeys >= 2} and {@code dormant: days_since_last > 30}. A has 3 journeys and was
 * seen 40 days ago. With the first match A is {@code regular}; with all matches A counts as regular and as dormant, and in
 * breakdowns as {@code regular + dormant}. B has 1 journey and was seen yesterday: {@code (none)}.
 */
package io.parcours.segment;
