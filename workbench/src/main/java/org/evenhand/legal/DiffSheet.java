package org.evenhand.legal;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Section;
import org.evenhand.document.Text;
import org.evenhand.law.LawBook;
import org.evenhand.law.LawDiff;
import org.evenhand.law.Version;

/// What changed for assessors between two reports.
public final class DiffSheet {
    private DiffSheet() {}

    public static List<Section> of(LawBook book, LawDiff diff) {
        if (diff.rules().isEmpty()) {
            return List.of(new Section(
                    "none",
                    "Nothing changed",
                    List.of(new Block.Paragraph(
                            Text.of("No rule may rule differently on the same facts in report %d and in report %d."
                                    .formatted(diff.from(), diff.to()))))));
        }
        var sections = new ArrayList<Section>();
        sections.add(new Section(
                "changed", "Rules that an act began, changed or ended", List.of(new Block.Tabular(changed(diff)))));
        sections.add(
                new Section("questions", "Questions to assessors", List.of(new Block.Tabular(questions(book, diff)))));
        if (!diff.milestones().isEmpty()) {
            sections.add(new Section(
                    "milestones",
                    "Changes of effect without an act",
                    List.of(new Block.Bullets(diff.milestones().stream()
                            .map(m -> Text.of("%s from report %d: %s".formatted(m.rule(), m.year(), m.what())))
                            .toList()))));
        }
        if (!diff.dependents().isEmpty()) {
            sections.add(new Section(
                    "dependents",
                    "Rules that rest on those and may rule differently",
                    List.of(new Block.Tabular(dependents(diff)))));
        }
        return sections;
    }

    private static DataTable changed(LawDiff diff) {
        var rows = new ArrayList<List<Cell>>();
        for (var change : diff.changes()) {
            var what = change.amendments().isEmpty()
                    ? "no longer in force"
                    : String.join(
                            "; ",
                            change.amendments().stream()
                                    .map(a -> a.change() + " (" + a.source() + ")")
                                    .toList());
            rows.add(List.of(
                    Cell.words(change.rule().id()),
                    Cell.words(change.rule().title()),
                    Cell.words(change.word()),
                    Cell.words(change.before().map(Version::years).orElse("none")),
                    Cell.words(change.after().map(Version::years).orElse("none")),
                    Cell.words(what),
                    Cell.flag(change.rule().unverified()
                            || change.after().map(Version::unverified).orElse(false))));
        }
        return new DataTable(
                "law-changes",
                "From report %d to report %d".formatted(diff.from(), diff.to()),
                List.of(
                        Column.of("rule", "Rule"),
                        Column.of("title", "Title"),
                        Column.of("change", "Change"),
                        Column.of("before", "Version before"),
                        Column.of("after", "Version after"),
                        Column.of("what", "What"),
                        Column.of("unverified", "Unverified")),
                rows,
                "");
    }

    private static DataTable questions(LawBook book, LawDiff diff) {
        var rows = new ArrayList<List<Cell>>();
        for (var criterion : book.criteria()) {
            boolean before = criterion.askedIn(diff.from());
            boolean after = criterion.askedIn(diff.to());
            if (before != after) {
                rows.add(List.of(
                        Cell.words(criterion.key()),
                        Cell.words(after ? "asked now" : "no longer asked"),
                        Cell.words(criterion.question().text())));
            }
        }
        return new DataTable(
                "law-questions",
                "Questions that begin or end",
                List.of(Column.of("question", "Question"), Column.of("change", "Change"), Column.of("text", "Text")),
                rows,
                "");
    }

    private static DataTable dependents(LawDiff diff) {
        var rows = new ArrayList<List<Cell>>();
        for (var dependent : diff.dependents()) {
            rows.add(List.of(
                    Cell.words(dependent.rule().id()),
                    Cell.words(dependent.rule().title()),
                    Cell.items(dependent.on())));
        }
        return new DataTable(
                "law-dependents",
                "Not changed themselves",
                List.of(Column.of("rule", "Rule"), Column.of("title", "Title"), Column.of("rests_on", "Rests on")),
                rows,
                "");
    }
}
