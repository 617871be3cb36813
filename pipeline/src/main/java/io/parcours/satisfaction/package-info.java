/**
 * How satisfied are customers, and with what? One table, {@code satisfaction}: what each survey's scores amount to, for all
 * answers and by stage, touchpoint, channel, path, period, theme and breakdown, beside how many customers could have been
 * asked and how many answered.
 *
 * <p>By hand, a survey {@code nps} about the touchpoint before it: one customer visits the store and answers 9, one visits
 * and answers 3, one visits and is asked without answering, one was never there. In the group {@code store_visit} are 2
 * answers, 1 unanswered, 3 customers of whom 2 answered: an answer rate of 2/3, a mean of 6 and a net promoter score of
 * 100 * (1 - 1) / 2 = 0. At {@code all} the rate is 2/4.
 */
package io.parcours.satisfaction;
