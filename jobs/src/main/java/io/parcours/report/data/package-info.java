/**
 * What has a run written for a day? The rows of its tables and its manifest, read without Spark, and the figures in
 * them with their intervals. A table that the day does not have has no rows; one of another version is refused.
 */
package io.parcours.report.data;
