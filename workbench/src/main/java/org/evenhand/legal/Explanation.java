package org.evenhand.legal;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.evenhand.clock.TraceTree;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.Cell.Absence;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Section;
import org.evenhand.document.Text;
import org.evenhand.law.Answer;
import org.evenhand.law.Trace;
import org.evenhand.law.clock.Clock;
import org.evenhand.law.hearing.Case;
import org.evenhand.law.rules.Statute;

/// What the law made of one country in one report, with the trace of every step.
public final class Explanation {
    private static final List<String> AFTERWARDS = List.of(
            "WL-1", "WL-2", "SR-1", "SR-2", "NO-1", "SA-0", "SA-5", "SA-1A-i", "SA-1A-ii", "CS-1", "CS-3", "CS-4");

    private Explanation() {}

    /// @param matter the case as recorded
    public static List<Section> of(Statute statute, Case matter) {
        var hearing = statute.hear(matter);
        var order = hearing.on("TP-5");
        var sections = new ArrayList<Section>();
        var state = new Clock(statute, matter.readings()).state(matter.history(), matter.year());
        var lines = new ArrayList<Block>();
        var placed = order.values().get("tier");
        lines.add(new Block.Paragraph(Text.of("%s. %s"
                .formatted(
                        placed == null
                                ? "No placement is on record for this report"
                                : "As recorded: %s, route %s"
                                        .formatted(placed, order.values().getOrDefault("route", "not decided")),
                        state.explanation()))));
        lines.add(new Block.Note(Text.of(
                "The merits are for an assessor: the law does not decide them. The table says what the clock makes"
                        + " of each possible finding.")));
        lines.add(new Block.Tabular(findings(statute, matter)));
        sections.add(new Section("answer", "What the law made of it", lines));
        var trees = new ArrayList<Block>();
        trees.add(new Block.Explanation("The placement", TraceTree.of(order)));
        state.trace().ifPresent(t -> trees.add(new Block.Explanation("The clock", TraceTree.of(t))));
        sections.add(new Section("trace", "Why", trees));
        var after = new ArrayList<Block>();
        var traces = new TreeMap<String, Trace>();
        AFTERWARDS.stream().filter(hearing::inForce).forEach(id -> traces.put(id, hearing.on(id)));
        after.add(new Block.Tabular(rulings(AFTERWARDS.stream()
                .map(traces::get)
                .filter(java.util.Objects::nonNull)
                .toList())));
        for (var id : List.of("NO-1", "SA-5", "CS-4")) {
            var trace = traces.get(id);
            if (trace != null && trace.ruling().decided() && !trace.facts().isEmpty()) {
                after.add(new Block.Explanation(trace.rule().title(), TraceTree.of(trace)));
            }
        }
        sections.add(new Section("afterwards", "What followed", after));
        if (!matter.readings().equals(org.evenhand.law.Interpretations.DEFAULT)) {
            sections.add(new Section(
                    "readings",
                    "Readings taken",
                    List.of(new Block.Bullets(matter.readings().words().entrySet().stream()
                            .map(e -> Text.of(e.getKey() + "=" + e.getValue()))
                            .toList()))));
        }
        return sections;
    }

    private static DataTable findings(Statute statute, Case matter) {
        var rows = new ArrayList<List<Cell>>();
        for (var merits : List.of("1", "2", "2WL", "3")) {
            var values =
                    statute.hear(matter.assuming("merits", Answer.word(merits))).on("TP-5");
            rows.add(List.of(
                    Cell.words(merits),
                    value(values, "tier"),
                    value(values, "route"),
                    Cell.words(values.ruling().word() + ": " + values.ruling().reason())));
        }
        return new DataTable(
                "law-findings",
                "If the merits were found to be …",
                List.of(
                        Column.of("merits", "Merits"),
                        Column.of("tier", "Tier"),
                        Column.of("route", "Route"),
                        Column.of("ruling", "Ruling")),
                rows,
                "");
    }

    private static Cell value(Trace trace, String name) {
        var value = trace.values().get(name);
        return value == null ? Cell.absent(Absence.NOT_APPLICABLE) : Cell.words(value);
    }

    /// Rulings as a table, one row a rule.
    public static DataTable rulings(List<Trace> traces) {
        var rows = new ArrayList<List<Cell>>();
        for (var trace : traces) {
            rows.add(List.of(
                    Cell.words(trace.rule().id()),
                    Cell.words(trace.rule().title()),
                    Cell.words(trace.ruling().word()),
                    Cell.words(trace.ruling().reason()),
                    Cell.words(trace.rule().citation().text()),
                    Cell.flag(trace.restsOnUnverified())));
        }
        return new DataTable(
                "law-rulings",
                "Rulings",
                List.of(
                        Column.of("rule", "Rule"),
                        Column.of("title", "Title"),
                        Column.of("ruling", "Ruling"),
                        Column.of("reason", "Reason"),
                        Column.of("citation", "Provision"),
                        Column.of("unverified", "Unverified")),
                rows,
                "Unverified: rests on a rule, version or fact that is unverified.");
    }
}
