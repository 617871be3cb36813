/**
 * Which ways do customers take? The flow between stages, the most frequent paths and the transitions between
 * touchpoints.
 */
package io.parcours.report.flow;
