/**
 * How is it said in the reader's language? Sentences come from the files of words, one for the page and one for each
 * chapter; numbers, days and spans of time are written here and nowhere else.
 */
package io.parcours.report.words;
