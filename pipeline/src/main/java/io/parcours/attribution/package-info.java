/** Which touchpoints earn the conversions? */
package io.parcours.attribution;
