/**
 * How does a page look and behave where it is read? A real Chromium, without window and without network, opens a page at
 * the widths of a phone, a tablet and a desk, in light, dark and on paper, and is asked what a reader would stumble over:
 * texts that overlap or are cut off, pages that scroll sideways, contrasts, names for screen readers, the way of the Tab
 * key. What must hold is in {@code checks.js}; where the browser or its driver is not installed, the tests are skipped.
 */
package io.parcours.report.browser;
