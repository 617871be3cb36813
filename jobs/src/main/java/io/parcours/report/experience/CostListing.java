package io.parcours.report.experience;

import io.parcours.report.data.Row;
import io.parcours.report.page.Block.Listing;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a conversion costs by each model, where channels have costs. */
final class CostListing {
    private static final int MOST_NAMES = 20;

    private final Words words;
    private final FigureCells cells;
    private final String by;
    private final Credits credits;

    CostListing(Words words, String by, Credits credits) {
        this.words = words;
        this.cells = new FigureCells(words);
        this.by = by;
        this.credits = credits;
    }

    Optional<Listing> of() {
        List<String> models = credits.models();
        List<String> names = credits.largest(Integer.MAX_VALUE).stream()
                .filter(name -> models.stream().anyMatch(model -> hasCost(credits.row(name, model))))
                .toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        Numbers.Builder numbers = new Numbers.Builder().text(by).number(words.say("experience.cost"));
        models.forEach(model -> numbers.number(words.name("experience.model", model)));
        for (String name : names.subList(0, Math.min(MOST_NAMES, names.size()))) {
            numbers.row(line(name, models));
        }
        if (names.size() > MOST_NAMES) {
            numbers.remark(words.say(
                    "experience.credit.cut", words.count(MOST_NAMES), words.count(names.size()), "attribution"));
        }
        return Optional.of(new Listing(
                words.say("experience.cost.title"),
                words.say("experience.cost.reading"),
                numbers.build(),
                Source.of("costs", "attribution", "cost", "cost_per_conversion", "return_on_cost")));
    }

    private static boolean hasCost(Row row) {
        return row != null && !row.isMissing("cost");
    }

    private Cell[] line(String name, List<String> models) {
        List<Cell> line = new ArrayList<>();
        line.add(cells.name(cells.value(name)));
        line.add(models.stream()
                .map(model -> credits.row(name, model))
                .filter(CostListing::hasCost)
                .findFirst()
                .map(row -> cells.number(row.number("cost")))
                .orElse(Cell.missing()));
        models.forEach(model -> line.add(cell(credits.row(name, model))));
        return line.toArray(Cell[]::new);
    }

    private Cell cell(Row row) {
        if (!hasCost(row) || row.isMissing("cost_per_conversion")) {
            return Cell.missing();
        }
        double cost = row.number("cost_per_conversion");
        Double back = row.number("return_on_cost");
        return Cell.number(
                back == null
                        ? words.number(cost)
                        : words.say("experience.cost.both", words.number(cost), words.number(back)),
                cost);
    }
}
