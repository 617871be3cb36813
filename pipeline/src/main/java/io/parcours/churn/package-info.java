/**
 * Who stays, who is about to leave, who has left? Definitions worked by hand: docs/churn.md.
 *
 * <p>Everything here looks at the activity touchpoints of the map alone, and counts in local days of the map's zone. A
 * customer active on 1, 4 and 15 March, seen as of 31 March with a period of 7 days, has frequency 2, recency 14 / 7 = 2,
 * age 30 / 7 = 4.29 and days_since_last 16.
 */
package io.parcours.churn;
