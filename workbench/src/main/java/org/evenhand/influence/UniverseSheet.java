package org.evenhand.influence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenhand.core.Basis;
import org.evenhand.core.Figure;
import org.evenhand.core.Sample;
import org.evenhand.core.Unit;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Section;
import org.evenhand.document.Text;
import org.evenhand.panel.Panel;

/// What universes declare, before any of them is run: choices with their reasons, which way measures point,
/// and what is ruled out.
public final class UniverseSheet {
    private static final String NONE =
            "Nothing here is a result: these are the choices laid down before the first run.";

    private final Panel panel;
    private final String command;

    /// @param panel whose sources the measures rest on
    /// @param command what remakes the sheet
    public UniverseSheet(Panel panel, String command) {
        this.panel = panel;
        this.command = command;
    }

    /// One row a universe.
    public DataTable list(List<Universe> universes) {
        var rows = new ArrayList<List<Cell>>();
        for (var universe : universes) {
            rows.add(List.of(
                    Cell.words(universe.name()),
                    Cell.words(universe.title()),
                    Cell.words(universe.question()),
                    Cell.words(rows(universe)),
                    Cell.number(count(universe, universe.points().size(), "specifications that remain")),
                    Cell.number(count(universe, ruledOut(universe), "combinations that are ruled out")),
                    Cell.words(universe.checksum())));
        }
        return new DataTable(
                "universes",
                "Declared universes",
                List.of(
                        Column.of("universe", "Universe"),
                        Column.of("title", "Title"),
                        Column.of("question", "Question"),
                        Column.of("rows", "Rows"),
                        Column.of("specifications", "Specifications"),
                        Column.of("ruled_out", "Ruled out"),
                        Column.machine("universe_checksum")),
                rows,
                NONE);
    }

    /// Everything that one universe declares.
    public List<Section> sections(Universe universe) {
        var ruledOut = universe.ruledOut();
        int all = ruledOut.values().stream().mapToInt(n -> n).sum();
        var declared = new ArrayList<Block>();
        declared.add(new Block.Paragraph(Text.of(universe.question())));
        declared.add(new Block.Paragraph(Text.build()
                .words("Rows are " + rows(universe) + ". More of the interest means more " + universe.moreMeans()
                        + ", in every measure. The choices below make ")
                .figure(count(universe, universe.points().size(), "specifications that remain"))
                .words(" specifications; ")
                .figure(count(universe, all, "combinations that are ruled out"))
                .words(" further combinations are ruled out beforehand.")
                .done()));
        declared.add(new Block.Note(
                Text.of("SHA-256 of the declaration: %s. Every result states it; an edited copy has another one."
                        .formatted(universe.checksum()))));
        declared.add(new Block.Tabular(choices(universe)));
        return List.of(
                new Section("declared", "What is varied, and why", declared),
                new Section(
                        "measures", "Which way the measures point", List.of(new Block.Tabular(orientations(universe)))),
                new Section(
                        "ruled-out",
                        "What is ruled out, and why",
                        List.of(new Block.Tabular(exclusions(universe, ruledOut)))));
    }

    private static DataTable choices(Universe universe) {
        var rows = new ArrayList<List<Cell>>();
        universe.choices()
                .forEach((dimension, choice) -> rows.add(
                        List.of(Cell.words(dimension.key()), Cell.items(choice.options()), Cell.words(choice.why()))));
        return new DataTable(
                "choices",
                "Choices of universe " + universe.name(),
                List.of(Column.of("choice", "Choice"), Column.of("options", "Options"), Column.of("why", "Why")),
                rows,
                NONE);
    }

    private static DataTable orientations(Universe universe) {
        var rows = new ArrayList<List<Cell>>();
        universe.orientations()
                .forEach((measure, orientation) -> rows.add(List.of(
                        Cell.words(measure),
                        Cell.words(orientation.sign() > 0 ? "as it is" : "turned"),
                        Cell.words(orientation.why()))));
        return new DataTable(
                "measures",
                "Measures of the interest",
                List.of(Column.of("measure", "Measure"), Column.of("sign", "Sign"), Column.of("why", "Why")),
                rows,
                "All are turned to mean: more " + universe.moreMeans() + ".");
    }

    /// @param counts how many combinations each reason rules out
    private DataTable exclusions(Universe universe, Map<String, Integer> counts) {
        var rows = new ArrayList<List<Cell>>();
        // Reasons may be shared; they are counted together, so the rows that share one stand together.
        var byReason = new LinkedHashMap<String, List<String>>();
        universe.exclusions()
                .forEach(e -> byReason.computeIfAbsent(e.why(), _ -> new ArrayList<>())
                        .add(when(e)));
        byReason.forEach((why, when) -> rows.add(List.of(
                Cell.words(String.join("; or ", when)),
                Cell.number(count(universe, counts.getOrDefault(why, 0), "combinations that this rules out")),
                Cell.words(why))));
        return new DataTable(
                "ruled-out",
                "Combinations ruled out",
                List.of(
                        Column.of("combination", "Combination"),
                        Column.of("count", "Combinations"),
                        Column.of("why", "Why")),
                rows,
                "A combination that several of them cover is counted for the first.");
    }

    private static String when(Universe.Exclusion exclusion) {
        return exclusion.when().entrySet().stream()
                .map(e -> e.getKey().key() + " " + String.join(" or ", e.getValue()))
                .collect(Collectors.joining(" with "));
    }

    private static String rows(Universe universe) {
        return universe.waivers() ? "determinations" : "placements";
    }

    private static int ruledOut(Universe universe) {
        return universe.ruledOut().values().stream().mapToInt(n -> n).sum();
    }

    private Figure count(Universe universe, int value, String what) {
        var sources = new TreeSet<String>();
        universe.orientations().keySet().forEach(m -> sources.addAll(panel.sources(panel.need(m))));
        return Figure.observed(
                value,
                Unit.COUNT,
                Sample.of(what + " of the options of universe " + universe.name(), value),
                Basis.DERIVED,
                List.copyOf(sources),
                command);
    }
}
