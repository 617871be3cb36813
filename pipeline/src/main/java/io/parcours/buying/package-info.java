/**
 * Who is still a customer, and how much will he buy? Models that tell it from three numbers a customer: x, the days with
 * activity after the first one; recency, the time from the first to the last such day; age, the time from the first to now.
 *
 * <p>Customers with the same numbers are alike to a model, so it is fitted to groups and never to customers. Of the CD shop's
 * 2,357 customers there are 1,016 groups; the most likely BG/NBD has r .243, alpha 4.41 weeks, a .793 and b 2.43, and holds a
 * customer with x = 2, recency 30.43 and age 38.86 weeks for still there with probability .727, for 1.226 more purchases in
 * the next 39 weeks.
 */
package io.parcours.buying;
