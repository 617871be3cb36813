/**
 * How many reach each step, where do they drop off, and how long does it take? Two chapters from the tables of funnels:
 * steps, trends, breakdowns and points of loss, and the times between steps.
 */
package io.parcours.report.funnel;
