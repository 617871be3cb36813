package io.parcours.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileWriter;

/**
 * One column of the row group being filled. Pages that are full wait here compressed, as a column's pages lie together
 * in the file.
 */
final class ColumnPages {
    /** Small enough that a reader who looks for one customer skips most of them. */
    private static final int PAGE_ROWS = 20_000;

    private static final int PAGE_BYTES = 1 << 20;

    private final ColumnDescriptor column;
    private final Values values;
    private final PageCompressor compressor;
    private final Levels repetitions;
    private final Levels definitions;
    private final List<Page> pages = new ArrayList<>();
    private int rows;
    private int nulls;
    private long waitingBytes;

    ColumnPages(ColumnDescriptor column, Values values, PageCompressor compressor) {
        this.column = column;
        this.values = values;
        this.compressor = compressor;
        this.repetitions = new Levels(column.getMaxRepetitionLevel());
        this.definitions = new Levels(column.getMaxDefinitionLevel());
    }

    private record Page(
            BytesInput bytes, int size, int valueCount, int rowCount, Statistics<?> statistics, Encoding encoding) {}

    /** Notes that a value was added, as the first or a further one of its row. */
    void addValue(int repetition) {
        repetitions.add(repetition);
        definitions.add(column.getMaxDefinitionLevel());
    }

    /** Notes that there is no value, and how much of its path there is. */
    void addNull(int repetition, int definition) {
        repetitions.add(repetition);
        definitions.add(definition);
        nulls++;
    }

    /** Ends a row; and the page where it has rows enough, or its values take this much in memory. */
    void endRow(int pageBytes) {
        rows++;
        if (rows == PAGE_ROWS || pageBytes >= PAGE_BYTES) {
            endPage();
        }
    }

    /** About how many bytes wait in memory. */
    long size() {
        return waitingBytes + values.size();
    }

    private void endPage() {
        PageBytes page = compressor.begin();
        int valueCount = definitions.count();
        repetitions.endPage(page);
        definitions.endPage(page);
        Statistics<?> statistics = Statistics.createStats(column.getPrimitiveType());
        statistics.incrementNumNulls(nulls);
        values.describe(statistics);
        Encoding encoding = values.endPage(page);
        BytesInput bytes = compressor.compressed();
        pages.add(new Page(bytes, page.size(), valueCount, rows, statistics, encoding));
        waitingBytes += bytes.size();
        rows = 0;
        nulls = 0;
    }

    /** Writes the column of the row group that ends here. */
    void writeTo(ParquetFileWriter file) throws IOException {
        if (rows > 0) {
            endPage();
        }
        file.startColumn(column, pages.stream().mapToLong(Page::valueCount).sum(), compressor.codec());
        if (values.dictionaryCount() > 0) {
            PageBytes dictionary = compressor.begin();
            values.writeDictionary(dictionary);
            file.writeDictionaryPage(new DictionaryPage(
                    compressor.compressed(), dictionary.size(), values.dictionaryCount(), Encoding.PLAIN));
        }
        for (Page page : pages) {
            file.writeDataPage(
                    page.valueCount,
                    page.size,
                    page.bytes,
                    page.statistics,
                    page.rowCount,
                    Encoding.RLE,
                    Encoding.RLE,
                    page.encoding);
        }
        file.endColumn();
        values.endRowGroup();
        pages.clear();
        waitingBytes = 0;
    }
}
