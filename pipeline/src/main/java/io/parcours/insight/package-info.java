/** Where does it hurt most, all taken together? */
package io.parcours.insight;
