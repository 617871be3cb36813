/**
 * What is a page made of? A {@link io.parcours.report.page.Chapter} tells sections of blocks of plain texts, figures
 * with their numbers as a table, and the source of each. Nothing here is HTML: only templates are.
 */
package io.parcours.report.page;
