package io.parcours.jobs;

import io.parcours.table.TableColumn;
import java.util.List;

/**
 * The columns a user may name.
 *
 * @param name what they belong to, as an error calls it
 * @param columns all of its columns, in order
 */
record TableColumns(String name, List<TableColumn> columns) {

    TableColumns {
        columns = List.copyOf(columns);
    }

    /**
     * The column of this name.
     *
     * @throws CommandException when there is none
     */
    TableColumn named(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private CommandException unknown(String word) {
        List<String> names = columns.stream().map(TableColumn::name).toList();
        return new CommandException(
                ExitCode.USAGE,
                name + " has no column " + SafeText.of(word) + Results.didYouMean(word, names) + "; there are: "
                        + String.join(", ", names));
    }
}
