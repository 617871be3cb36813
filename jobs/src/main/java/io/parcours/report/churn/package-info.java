/**
 * Who stays, who leaves, and who is about to? Retention of cohorts, states of customers, survival, what goes with
 * leaving, and how well the predictions of it came true.
 */
package io.parcours.report.churn;
