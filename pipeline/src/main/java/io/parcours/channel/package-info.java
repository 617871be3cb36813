/** How do journeys use channels? */
package io.parcours.channel;
