package io.parcours.report.browser;

import java.util.List;
import java.util.Map;

/**
 * A table of numbers as it stands on the page.
 *
 * @param title the title of its figure
 * @param source the table that the figure names as its source
 * @param heads the texts of its heads
 * @param rows its rows, a text and what it is sorted by for each head
 */
record ShownTable(String title, String source, List<String> heads, List<List<Cell>> rows) {

    private static final String READ = """
            const text = element => element ? element.textContent.trim().replace(/\\s*†$/, '') : '';
            return [...document.querySelectorAll(arguments[0])].map(table => {
              const figure = table.closest('figure');
              return { title: text(figure.querySelector('.title')), source: text(figure.querySelector('.source code')),
                heads: [...table.tHead.rows[0].cells].map(text),
                rows: [...table.tBodies[0].rows].filter(row => !row.hidden)
                    .map(row => [...row.cells].map(cell => ({ text: text(cell), order: cell.dataset.order || '',
                        isNumber: cell.className === 'number' }))) };
            });
            """;

    /** A cell, and the exact value that it is sorted by. */
    record Cell(String text, String order, boolean isNumber) {

        boolean isMissing() {
            return order.isEmpty();
        }

        /** The exact value, of a number. */
        double value() {
            return Double.parseDouble(order);
        }
    }

    /** The tables that meet a CSS selector, without the rows that are filtered away. */
    static List<ShownTable> all(BrowserPage page, String selector) {
        return ((List<?>) page.evaluate(READ, selector))
                .stream().map(each -> of((Map<?, ?>) each)).toList();
    }

    /** The cell of a row under a head. */
    Cell cell(int row, String head) {
        if (!heads.contains(head)) {
            throw new AssertionError("the table " + title + " has no column " + head + " but " + heads);
        }
        return rows.get(row).get(heads.indexOf(head));
    }

    private static ShownTable of(Map<?, ?> answer) {
        List<List<Cell>> rows = ((List<?>) answer.get("rows"))
                .stream()
                        .map(row -> ((List<?>) row)
                                .stream().map(cell -> cell((Map<?, ?>) cell)).toList())
                        .toList();
        List<String> heads =
                ((List<?>) answer.get("heads")).stream().map(Object::toString).toList();
        return new ShownTable(
                answer.get("title").toString(), answer.get("source").toString(), heads, rows);
    }

    private static Cell cell(Map<?, ?> cell) {
        return new Cell(
                cell.get("text").toString(), cell.get("order").toString(), Boolean.TRUE.equals(cell.get("isNumber")));
    }
}
