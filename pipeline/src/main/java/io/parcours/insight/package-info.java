/**
 * Where does it hurt most, all taken together, and what delights? What joins features: it reads the rows of their tables,
 * by the columns' names, after everything is counted, and counts nothing itself.
 *
 * <p>By hand, conversions worth 40: after {@code cart} 100 units of the first funnel were lost (4,000), and a burst there
 * cost an estimated 20 conversions (800). Those lost after the burst are among the 100, so 4,000 are at stake at {@code
 * cart}, not 4,800.
 */
package io.parcours.insight;
