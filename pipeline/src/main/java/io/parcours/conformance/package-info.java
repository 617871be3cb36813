/** Do journeys go as they are meant to? */
package io.parcours.conformance;
