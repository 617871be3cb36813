/** Which touchpoints are there? */
package io.parcours.inventory;
