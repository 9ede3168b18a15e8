package org.evenhand.sanctions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Determination;
import org.evenhand.catalogue.Determination.Outcome;
import org.evenhand.catalogue.Region;
import org.evenhand.core.Figure;
import org.evenhand.core.NoAnswer;
import org.evenhand.core.Sample;
import org.evenhand.core.Unit;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.Cell.Absence;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Document;
import org.evenhand.document.Grounds;
import org.evenhand.document.Provenance;
import org.evenhand.document.Section;

/// `evenhand sanctions stability`: how often instability came before and after, with and without
/// restrictions.
public final class StabilityDocument {
    private final Region region;
    private final String command;
    private final List<LedgerEntry> entries;
    private final Upheaval.Record record;

    private StabilityDocument(Catalogue catalogue, Region region, String command, List<LedgerEntry> entries) {
        this.region = region;
        this.command = command;
        this.entries = entries;
        this.record = new Upheaval.Record(catalogue);
    }

    /// Instability around the determinations of the reports from `firstYear` to `lastYear`.
    ///
    /// @throws NoAnswer if there are no determinations
    public static Document of(Catalogue catalogue, Region region, int firstYear, int lastYear, Provenance provenance) {
        var entries = Ledger.of(catalogue).entries(region, firstYear, lastYear).stream()
                .filter(e -> e.determination().isPresent())
                .toList();
        if (entries.isEmpty()) {
            throw new NoAnswer(
                    "No determination is on record for %s, reports %d to %d."
                            .formatted(region.label(), firstYear, lastYear),
                    "Ask for reports from %d on, or another region.".formatted(Ledger.FIRST_REPORT));
        }
        var stability = new StabilityDocument(catalogue, region, provenance.command(), entries);
        return Documents.of(
                catalogue,
                "sanctions-stability",
                "Instability around determinations: " + region.label(),
                "Three years before and three years after each report; described, not explained",
                List.of(
                        new Section("selection", "What this can and cannot say", List.of(Selection.note())),
                        new Section("stability", "Before and after", List.of(new Block.Tabular(stability.table())))),
                provenance);
    }

    /// How often an event came around determinations of one kind.
    ///
    /// @param key `special_case`, `coup`, `conflict` or `breakdown`
    /// @param event what happened
    /// @param group the kind of determination
    /// @param cases how many country-years there are
    /// @param before share of them with the event in the three years before; empty where that is not on record
    /// @param after share with the event in the three years after; empty where that is not on record
    public record Around(
            String key, String event, String group, Figure cases, Optional<Figure> before, Optional<Figure> after) {}

    /// The numbers of the table, for another document; none where there are no determinations.
    public static List<Around> around(Catalogue catalogue, Region region, int firstYear, int lastYear, String command) {
        var entries = Ledger.of(catalogue).entries(region, firstYear, lastYear).stream()
                .filter(e -> e.determination().isPresent())
                .toList();
        var stability = new StabilityDocument(catalogue, region, command, entries);
        var all = new ArrayList<Around>();
        for (var upheaval : Upheaval.values()) {
            for (var group : Group.values()) {
                var members = stability.members(group);
                if (!members.isEmpty()) {
                    all.add(new Around(
                            upheaval.name().toLowerCase(java.util.Locale.ROOT),
                            upheaval.label(),
                            group.label,
                            stability.count(members.size(), group, members.size()),
                            stability.share(upheaval, group, members, false),
                            stability.share(upheaval, group, members, true)));
                }
            }
        }
        return all;
    }

    private List<LedgerEntry> members(Group group) {
        return entries.stream()
                .filter(e -> e.determination().filter(group.wanted).isPresent())
                .toList();
    }

    /// The determinations that are compared.
    private enum Group {
        RESTRICTED("restricted, in full or in part", d -> d.outcome().restricted()),
        WAIVED("waived in full", d -> d.outcome() == Outcome.FULL_WAIVER),
        COMPLIED("later compliance", d -> d.outcome() == Outcome.COMPLIANCE_CHANGE);

        private final String label;
        private final Predicate<Determination> wanted;

        Group(String label, Predicate<Determination> wanted) {
            this.label = label;
            this.wanted = wanted;
        }
    }

    private DataTable table() {
        var rows = new ArrayList<List<Cell>>();
        for (var upheaval : Upheaval.values()) {
            for (var group : Group.values()) {
                var members = members(group);
                rows.add(List.of(
                        Cell.words(upheaval.label()),
                        Cell.words(group.label),
                        Cell.number(count(members.size(), group, members.size())),
                        cell(share(upheaval, group, members, false), members),
                        cell(share(upheaval, group, members, true), members)));
            }
        }
        return new DataTable(
                "stability",
                "Tier 3 country-years with a determination, " + region.label(),
                List.of(
                        Column.of("event", "Event"),
                        Column.of("group", "Determination"),
                        Column.of("cases", "Cases"),
                        Column.of("before", "In the three years before (95% exact)"),
                        Column.of("after", "In the three years after (95% exact)")),
                rows,
                "Before: the three years up to the one before the report; after: the three that follow it. A case whose years are"
                        + " not all on record is left out of that share, unless the event is seen in those that are. The same"
                        + " countries return, and neighbouring reports share years, so that the intervals are narrower than what"
                        + " is known. Groups differ before the decision: the difference after it is not its effect.");
    }

    private Figure count(long n, Group group, long size) {
        return grounds(entries)
                .figure(
                        n,
                        Unit.COUNTRY_YEARS,
                        Sample.of("determinations, %s, %s".formatted(region.label(), group.label), size));
    }

    private static Cell cell(Optional<Figure> share, List<LedgerEntry> members) {
        return share.map(Cell::number)
                .orElseGet(() -> Cell.absent(members.isEmpty() ? Absence.NOT_APPLICABLE : Absence.NOT_RECORDED));
    }

    private Optional<Figure> share(Upheaval upheaval, Group group, List<LedgerEntry> members, boolean after) {
        long seen = 0;
        long known = 0;
        var grounds = grounds(members);
        for (var e : members) {
            int first = after ? e.report() + 1 : e.report() - 3;
            Optional<Boolean> happened = upheaval.happened(record, e.iso3(), first, first + 2, grounds);
            known += happened.isPresent() ? 1 : 0;
            seen += happened.orElse(false) ? 1 : 0;
        }
        if (known == 0) {
            return Optional.empty();
        }
        long left = members.size() - known;
        return Optional.of(grounds.share(
                seen,
                known,
                new Sample(
                        "determinations, %s, %s".formatted(region.label(), group.label),
                        known,
                        left,
                        left == 0 ? "" : "years not all on record")));
    }

    private Grounds grounds(List<LedgerEntry> of) {
        var grounds = new Grounds(command);
        for (var e : of) {
            e.determination().ifPresent(d -> grounds.add(d.basis(), d.sources()));
        }
        return grounds;
    }
}
