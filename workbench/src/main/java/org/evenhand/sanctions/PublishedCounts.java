package org.evenhand.sanctions;

import java.util.List;
import org.evenhand.catalogue.Determination.Outcome;
import org.evenhand.catalogue.Row;
import org.evenhand.core.Basis;
import org.evenhand.core.Sample;
import org.evenhand.core.Unit;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Grounds;

/// Published counts of determinations after one report, beside the ledger's own.
///
/// @param year the report
/// @param waived published: full waivers and later compliance together
/// @param partial published: partial waivers
/// @param full published: restrictions without a waiver
/// @param ours the ledger's entries of that report
/// @param sources source keys of the published counts
record PublishedCounts(int year, int waived, int partial, int full, List<LedgerEntry> ours, List<String> sources) {
    static final List<Column> COLUMNS = List.of(
            Column.of("year", "Report"),
            Column.of("published_waived_or_complied", "Waived or complied: published"),
            Column.of("here_waived_or_complied", "here"),
            Column.of("published_partial", "Partial: published"),
            Column.of("here_partial", "here"),
            Column.of("published_full", "Full: published"),
            Column.of("here_full", "here"),
            Column.of("here_extent_unknown", "Extent unknown: here"),
            Column.of("difference", "Difference"),
            Column.of("sources", "Sources"));

    PublishedCounts {
        ours = List.copyOf(ours);
        sources = List.copyOf(sources);
    }

    static PublishedCounts of(Row row, List<LedgerEntry> ours) {
        return new PublishedCounts(
                row.integer("report_year"),
                row.integer("full_waiver_or_compliance_change"),
                row.integer("partial_waiver"),
                row.integer("full_restriction"),
                ours,
                row.sources());
    }

    long here(Outcome outcome) {
        return ours.stream()
                .filter(e ->
                        e.determination().filter(d -> d.outcome() == outcome).isPresent())
                .count();
    }

    /// What differs and what the numbers themselves show of the reason; empty where nothing differs.
    String difference() {
        long unseen = here(Outcome.RESTRICTED_SCOPE_UNSEEN);
        long waivedHere = here(Outcome.FULL_WAIVER) + here(Outcome.COMPLIANCE_CHANGE);
        long shortOfPartial = partial - here(Outcome.PARTIAL_WAIVER);
        long shortOfFull = full - here(Outcome.FULL);
        boolean agrees = waived == waivedHere
                && shortOfPartial >= 0
                && shortOfFull >= 0
                && shortOfPartial + shortOfFull == unseen;
        if (agrees) {
            return "";
        }
        int published = waived + partial + full;
        return published == ours.size()
                ? "the same total of %d, split otherwise".formatted(published)
                : "the published counts add to %d; the report has %d countries on Tier 3"
                        .formatted(published, ours.size());
    }

    List<Cell> cells(String command) {
        String difference = difference();
        return List.of(
                Cell.year(year),
                published(waived, command),
                own(here(Outcome.FULL_WAIVER) + here(Outcome.COMPLIANCE_CHANGE), command),
                published(partial, command),
                own(here(Outcome.PARTIAL_WAIVER), command),
                published(full, command),
                own(here(Outcome.FULL), command),
                own(here(Outcome.RESTRICTED_SCOPE_UNSEEN), command),
                Cell.words(difference.isEmpty() ? "none" : difference),
                Cell.items(sources));
    }

    private Cell published(long value, String command) {
        return Cell.number(new Grounds(command)
                .add(Basis.SOURCED, sources)
                .figure(value, Unit.COUNT, Sample.one("published count, report " + year)));
    }

    private Cell own(long value, String command) {
        var grounds = new Grounds(command);
        for (var e : ours) {
            grounds.add(e.placement().basis(), e.placement().sources());
            e.determination().ifPresent(d -> grounds.add(d.basis(), d.sources()));
        }
        return Cell.number(grounds.figure(value, Unit.COUNT, Sample.of("Tier 3, report " + year, ours.size())));
    }
}
