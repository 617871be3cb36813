/** Where does the journey chafe? */
package io.parcours.friction;
