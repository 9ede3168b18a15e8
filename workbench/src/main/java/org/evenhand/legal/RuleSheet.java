package org.evenhand.legal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Section;
import org.evenhand.document.Text;
import org.evenhand.law.LawBook;
import org.evenhand.law.Rule;

/// One rule in full: what it asks, what follows, what is disputed, and its history.
public final class RuleSheet {
    private RuleSheet() {}

    /// @param year the report in which the rule is read; empty for all
    public static List<Section> of(LawBook book, Rule rule, OptionalInt year) {
        var sections = new ArrayList<Section>();
        sections.add(new Section("rule", rule.id() + " " + rule.title(), text(book, rule, year)));
        sections.add(new Section("versions", "History", List.of(new Block.Tabular(versions(rule, year)))));
        var parameters = parameters(book, rule, year);
        if (!parameters.rows().isEmpty()) {
            sections.add(
                    new Section("parameters", "What changes by report year", List.of(new Block.Tabular(parameters))));
        }
        return sections;
    }

    private static List<Block> text(LawBook book, Rule rule, OptionalInt year) {
        var items = new ArrayList<Text>();
        add(items, "Asks", rule.question());
        add(items, "Looks at", rule.inputs());
        add(items, "What follows", rule.effect());
        add(items, "Kind", rule.kind().word() + (rule.kindNote().isEmpty() ? "" : ": " + rule.kindNote()));
        add(items, "Provision", rule.citation().text());
        add(items, "What the text leaves open", rule.ambiguity());
        add(items, "Reading taken", rule.interpretation());
        add(items, "Checked", rule.check());
        add(items, "May rest on", String.join(", ", book.restsOn(rule.id())));
        for (var milestone : book.milestones()) {
            if (milestone.rule().equals(rule.id())) {
                add(items, "From report " + milestone.year(), milestone.what());
            }
        }
        for (var criterion : book.criteria()) {
            if (criterion.rule().equals(rule.id()) && (year.isEmpty() || criterion.askedIn(year.getAsInt()))) {
                add(
                        items,
                        "Question " + criterion.key(),
                        criterion.question().text() + " ("
                                + criterion.question().scale() + ")");
            }
        }
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Bullets(items));
        if (year.isPresent() && rule.inForce(year.getAsInt()).isEmpty()) {
            blocks.add(new Block.Note(Text.of("Not in force for report %d.".formatted(year.getAsInt()))));
        }
        if (rule.unverified()) {
            blocks.add(new Block.Note(Text.of("Something in this rule is unverified; see what was checked.")));
        }
        return blocks;
    }

    private static void add(List<Text> items, String name, String text) {
        if (!text.isEmpty()) {
            items.add(Text.of(name + ": " + text));
        }
    }

    private static DataTable versions(Rule rule, OptionalInt year) {
        var rows = new ArrayList<List<Cell>>();
        for (var version : rule.versions()) {
            if (year.isEmpty() || version.covers(year.getAsInt())) {
                for (var amendment : version.amendments()) {
                    rows.add(List.of(
                            Cell.words(version.years()),
                            Cell.words(amendment.act().title()),
                            Cell.words(amendment.act().publicLaw()),
                            Cell.words(amendment.section()),
                            Cell.words(amendment.change()),
                            Cell.flag(amendment.unverified())));
                }
            }
        }
        return new DataTable(
                "law-versions",
                "Versions of " + rule.id() + " by report year",
                List.of(
                        Column.of("reports", "Reports"),
                        Column.of("act", "Act"),
                        Column.of("public_law", "Public law"),
                        Column.of("section", "Section"),
                        Column.of("change", "What it changed"),
                        Column.of("unverified", "Unverified")),
                rows,
                "Rows with the same reports compose into one version.");
    }

    private static DataTable parameters(LawBook book, Rule rule, OptionalInt year) {
        var rows = new ArrayList<List<Cell>>();
        for (var parameter : book.parameters()) {
            if (parameter.rule().equals(rule.id()) && (year.isEmpty() || parameter.covers(year.getAsInt()))) {
                rows.add(List.of(
                        Cell.words(parameter.name()),
                        Cell.words(parameter.years()),
                        Cell.words(parameter.value()),
                        Cell.words(parameter.what())));
            }
        }
        return new DataTable(
                "law-parameters",
                "Numbers, days and switches of " + rule.id(),
                List.of(
                        Column.of("name", "Name"),
                        Column.of("reports", "Reports"),
                        Column.of("value", "Value"),
                        Column.of("what", "What it stands for")),
                rows,
                "");
    }
}
