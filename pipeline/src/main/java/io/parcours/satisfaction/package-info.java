/** How satisfied are customers, and with what? */
package io.parcours.satisfaction;
