package org.evenhand.legal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.law.Kind;
import org.evenhand.law.LawBook;
import org.evenhand.law.Rule;
import org.evenhand.law.Version;

/// The rules as a table: all of them, or those in force for one report.
public final class RuleListing {
    private RuleListing() {}

    /// One row a rule, in the order of the specification.
    ///
    /// @param year only rules in force for this report
    /// @param kind only rules of this kind
    public static DataTable of(LawBook book, OptionalInt year, Optional<Kind> kind) {
        var rows = new ArrayList<List<Cell>>();
        for (var rule : book.rules()) {
            var version = year.isPresent() ? rule.inForce(year.getAsInt()) : Optional.<Version>empty();
            boolean wanted = kind.isEmpty() || rule.kind() == kind.get();
            if (wanted && (year.isEmpty() || version.isPresent())) {
                rows.add(row(rule, version));
            }
        }
        return new DataTable(
                "law-rules",
                year.isPresent()
                        ? "Rules in force for report %d".formatted(year.getAsInt())
                        : "Rules of the process, every version",
                List.of(
                        Column.of("rule", "Rule"),
                        Column.of("title", "Title"),
                        Column.of("kind", "Kind"),
                        Column.of("citation", "Provision"),
                        Column.of("reports", "Reports"),
                        Column.of("act", "Act"),
                        Column.of("unverified", "Unverified"),
                        Column.machine("question")),
                rows,
                "In our words; the statute controls. Unverified: something in the rule or in the version shown was not"
                        + " checked against a source; evenhand law show RULE says what.");
    }

    private static List<Cell> row(Rule rule, Optional<Version> version) {
        var years = version.map(Version::years)
                .orElseGet(() -> String.join(
                        ", ", rule.versions().stream().map(Version::years).toList()));
        var act = version.map(Version::source)
                .orElseGet(() -> rule.versions().getLast().source());
        boolean unverified = rule.unverified()
                || version.map(Version::unverified)
                        .orElseGet(() -> rule.versions().stream().anyMatch(Version::unverified));
        return List.of(
                Cell.words(rule.id()),
                Cell.words(rule.title()),
                Cell.words(rule.kind().word()),
                Cell.words(rule.citation().text()),
                Cell.words(years),
                Cell.words(act),
                Cell.flag(unverified),
                Cell.words(rule.question()));
    }
}
