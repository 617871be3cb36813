/** Who are the customers? */
package io.parcours.segment;
