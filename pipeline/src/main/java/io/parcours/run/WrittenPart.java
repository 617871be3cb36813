package io.parcours.run;

import java.io.Serializable;

/**
 * A file of the table {@code touchpoints}, which holds whole customers, and the file of {@code journeys} of the same.
 *
 * @param number the number of both files, and of the files that an analysis of them writes
 * @param touchpoints where the touchpoints lie
 * @param journeys where the journeys lie, if it matters whose touchpoints were cut at the map's limit; else null
 */
record WrittenPart(int number, String touchpoints, String journeys) implements Serializable {}
