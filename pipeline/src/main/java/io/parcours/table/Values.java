package io.parcours.table;

import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.statistics.Statistics;

/** The values of one column that are not null: those of the page being filled, and their dictionary if there is one. */
interface Values {

    /** How many bytes the page's values and the dictionary hold in memory, about. */
    long size();

    /** Tells the least and the greatest value of the page, if it has any. */
    void describe(Statistics<?> statistics);

    /** Appends the page's values, and begins those of the next page. */
    Encoding endPage(PageBytes page);

    /** How many values the dictionary has to which pages of this row group refer; 0 where none does. */
    int dictionaryCount();

    /** Appends the dictionary's values. */
    void writeDictionary(PageBytes page);

    /** Forgets the dictionary. */
    void endRowGroup();
}
