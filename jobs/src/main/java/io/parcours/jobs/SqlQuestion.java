package io.parcours.jobs;

import java.time.LocalDate;

/**
 * A question to the tables of an output folder.
 *
 * @param sql the query
 * @param results the tables
 * @param asOf the day whose results are meant, or null for each table's latest
 */
record SqlQuestion(String sql, Results results, LocalDate asOf) {}
