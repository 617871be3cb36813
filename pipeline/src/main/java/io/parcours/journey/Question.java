package io.parcours.journey;

import io.parcours.table.TableContent;
import java.io.Serializable;
import java.util.List;

/**
 * A question asked of every customer's history in the one pass over them, answered by counting.
 *
 * @param <C> what it counts
 */
public interface Question<C extends Counts<C>> extends Serializable {

    /** Nothing counted yet, as of this instant. */
    C begin(AsOf asOf);

    /** The tables that the merged counts become. Always all of them, with no rows where nothing was counted. */
    List<TableContent<?>> report(C counts);
}
