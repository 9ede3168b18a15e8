package org.evenhand.sanctions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Interests;
import org.evenhand.catalogue.Region;
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
import org.evenhand.document.Text;

/// `evenhand sanctions what-if`: who would be restricted under a policy, what that touches, and what was
/// decided.
public final class WhatIfDocument {
    private final Catalogue catalogue;
    private final Region region;
    private final int year;
    private final Policy policy;
    private final String command;
    private final WhatIf answer;
    private final WhatIf recorded;

    private WhatIfDocument(Catalogue catalogue, Region region, int year, Policy policy, String command) {
        this.catalogue = catalogue;
        this.region = region;
        this.year = year;
        this.policy = policy;
        this.command = command;
        this.answer = WhatIf.of(catalogue, region, year, policy);
        this.recorded = WhatIf.of(catalogue, region, year, new Policy.AsWaived());
    }

    /// The policy of this name: `all-tier-3`, `no-waivers` or `as-waived`; empty for any other.
    public static Optional<Policy> named(String name) {
        return List.<Policy>of(new Policy.AllTier3(), new Policy.NoWaivers(), new Policy.AsWaived()).stream()
                .filter(p -> p.name().equals(name))
                .findFirst();
    }

    /// The policy in the text of a file.
    public static Policy written(Catalogue catalogue, String file, String text) {
        return PolicyFile.read(file, text, new Facts(catalogue));
    }

    /// What the policy would have done after the report of `year`.
    ///
    /// @throws NoAnswer if the report put no country of the region on Tier 3, or is older than the
    /// determinations
    public static Document of(Catalogue catalogue, Region region, int year, Policy policy, Provenance provenance) {
        if (year < Ledger.FIRST_REPORT) {
            throw new NoAnswer(
                    "No restriction followed the report of %d: they begin with that of %d."
                            .formatted(year, Ledger.FIRST_REPORT),
                    "Ask for a report from %d on.".formatted(Ledger.FIRST_REPORT));
        }
        var whatIf = new WhatIfDocument(catalogue, region, year, policy, provenance.command());
        if (whatIf.answer.cases().isEmpty()) {
            throw new NoAnswer(
                    "The report of %d put no country of %s on Tier 3 in the data.".formatted(year, region.label()),
                    "Ask for another report or region; `evenhand tiers` lists the placements.");
        }
        return Documents.of(
                catalogue,
                "sanctions-what-if",
                "What if: %s, %s, report %d".formatted(policy.name(), region.label(), year),
                "Against what was decided; amounts of fiscal year %d".formatted(year),
                whatIf.sections(),
                provenance);
    }

    private List<Section> sections() {
        return List.of(
                new Section("selection", "What this can and cannot say", List.of(Selection.note())),
                new Section("decisions", "Who would be restricted", List.of(new Block.Tabular(decisions()), changes())),
                new Section(
                        "stake",
                        "What that touches",
                        List.of(
                                AtStakeDocument.definition(),
                                new Block.Tabular(sums()),
                                new Block.Tabular(asDecided()),
                                new Block.Tabular(byBureau()),
                                new Block.Tabular(ties()),
                                AtStakeDocument.banks())),
                new Section("deadlines", "Clocks and deadlines", List.of(new Block.Bullets(deadlines()))),
                new Section("instability", "Instability", List.of(new Block.Tabular(instability()))));
    }

    private DataTable decisions() {
        var rows = new ArrayList<List<Cell>>();
        for (var c : answer.cases()) {
            var e = c.entry();
            rows.add(List.of(
                    Cell.words(e.iso3()),
                    Cell.words(catalogue.countries().name(e.iso3())),
                    Cell.words(c.verdict().decision().key()),
                    Cell.words(c.verdict().reason()),
                    c.verdict().undecided().isEmpty()
                            ? Cell.absent(Absence.NOT_APPLICABLE)
                            : Cell.items(c.verdict().undecided()),
                    Cell.words(e.determination().map(d -> d.outcome().label()).orElse(Decision.NOT_RECORDED.label())),
                    money(c, c.aid().map(AidSplit::total)),
                    money(c, c.aid().map(_ -> c.least())),
                    money(c, c.aid().map(_ -> c.most())),
                    Cell.words(c.aid().map(a -> a.kind().label()).orElse("no aid on record"))));
        }
        return new DataTable(
                "what-if",
                "Policy %s after the report of %d, %s".formatted(policy.name(), year, region.label()),
                List.of(
                        Column.of("iso3", "ISO"),
                        Column.of("country", "Country"),
                        Column.of("policy_decides", "Policy decides"),
                        Column.of("because", "Because"),
                        Column.of("cannot_be_judged", "Rules without data"),
                        Column.of("was_decided", "Was decided"),
                        Column.of("aid_usd_current", "All aid (current US$)"),
                        Column.of("withheld_least_usd_current", "Withheld, least"),
                        Column.of("withheld_most_usd_current", "Withheld, most"),
                        Column.of("split", "Split")),
                rows,
                "Amounts are of fiscal year %d, the last one known at the decision; the year that the decision governs already"
                                .formatted(year)
                        + " bears the one that was taken. A partial waiver, or an extent that is not known, withholds"
                        + " anything from nothing to all. A rule without data does not apply.");
    }

    private Cell money(WhatIf.Case c, Optional<Long> cents) {
        return cents.<Cell>map(x -> Cell.number(new Grounds(command)
                        .add(
                                c.aid().orElseThrow().basis(),
                                c.aid().orElseThrow().sources())
                        .dollars(
                                x,
                                Unit.USD_CURRENT,
                                Sample.one("%s, FY%d, policy %s"
                                        .formatted(c.entry().iso3(), year, policy.name())))))
                .orElse(Cell.absent(Absence.NOT_RECORDED));
    }

    /// Whom the policy treats otherwise than they were treated.
    private Block changes() {
        var otherwise = answer.cases().stream()
                .filter(c -> c.verdict().decision().differsFrom(c.recorded()))
                .map(c -> "%s (%s, was %s)"
                        .formatted(
                                catalogue.countries().name(c.entry().iso3()),
                                c.verdict().decision().label(),
                                c.recorded().label()))
                .toList();
        return new Block.Paragraph(Text.of(
                otherwise.isEmpty()
                        ? "The policy decides no recorded case otherwise than it was decided, as far as the record"
                                + " tells."
                        : "Decided otherwise than it was: " + String.join("; ", otherwise) + "."));
    }

    private DataTable sums() {
        var rows = new ArrayList<List<Cell>>();
        answer.byDecision().forEach((decision, s) -> rows.add(row(decision.label(), s)));
        rows.add(row("all on Tier 3", answer.all()));
        return sums("what-if-sums", "Aid of fiscal year %d by decision, current US$", "decision", "Decision", rows);
    }

    /// The same amounts as it was decided, to be held against the policy.
    private DataTable asDecided() {
        var rows = new ArrayList<List<Cell>>();
        recorded.byDecision().forEach((decision, s) -> rows.add(row(decision.label(), s)));
        rows.add(row("all on Tier 3", recorded.all()));
        return sums("what-if-recorded", "The same as it was decided", "decision", "Decision", rows);
    }

    private DataTable byBureau() {
        var rows = new ArrayList<List<Cell>>();
        answer.by(c -> catalogue.countries().bureau(c.entry().iso3())).forEach((bureau, s) -> rows.add(row(bureau, s)));
        rows.add(row("all on Tier 3", answer.all()));
        return sums("what-if-bureaus", "The same by bureau", "bureau", "Bureau", rows);
    }

    private DataTable sums(String id, String caption, String key, String title, List<List<Cell>> rows) {
        return new DataTable(
                id,
                caption.formatted(year),
                List.of(
                        Column.of(key, title),
                        Column.of("countries", "Countries"),
                        Column.of("without_aid", "No aid on record"),
                        Column.of("total_usd_current", "All"),
                        Column.of("exempt_humanitarian_usd_current", "Exempt: humanitarian"),
                        Column.of("exempt_narcotics_usd_current", "Exempt: narcotics"),
                        Column.of("caught_usd_current", "Caught: military"),
                        Column.of("undetermined_usd_current", "Either"),
                        Column.of("difference_usd_current", "Publishers differ by"),
                        Column.of("withheld_least_usd_current", "Withheld, least"),
                        Column.of("withheld_most_usd_current", "Withheld, most")),
                rows,
                "Every line adds up: all = the five parts, and the last line = the lines above, to the cent.");
    }

    private List<Cell> row(String name, WhatIf.Sums s) {
        var grounds = new Grounds(command);
        for (var c : answer.cases()) {
            grounds.add(c.entry().placement().basis(), c.entry().placement().sources());
            c.aid().ifPresent(a -> grounds.add(a.basis(), a.sources()));
        }
        var sample = new Sample(
                "Tier 3, %s, report %d, %s".formatted(region.label(), year, name),
                s.countries() - s.withoutAid(),
                s.withoutAid(),
                s.withoutAid() == 0 ? "" : "no aid on record");
        var cells = new ArrayList<Cell>(List.of(
                Cell.words(name),
                Cell.number(grounds.figure(s.countries(), Unit.COUNTRIES, sample)),
                Cell.number(grounds.figure(s.withoutAid(), Unit.COUNTRIES, sample))));
        for (long cents : new long[] {
            s.total(),
            s.humanitarian(),
            s.narcotics(),
            s.caught(),
            s.undetermined(),
            s.difference(),
            s.least(),
            s.most()
        }) {
            cells.add(Cell.number(grounds.dollars(cents, Unit.USD_CURRENT, sample)));
        }
        return cells;
    }

    private DataTable ties() {
        var interests = Interests.of(catalogue);
        var measures = AtStakeDocument.CONTEXT.stream()
                .map(interests::measure)
                .flatMap(Optional::stream)
                .toList();
        return perCountry(
                "what-if-ties",
                "Trade and other ties in %d, for context".formatted(year),
                measures,
                year,
                year,
                "Nothing in 22 U.S.C. 7107(d) touches these; they are what a reader may weigh.");
    }

    private DataTable instability() {
        var interests = Interests.of(catalogue);
        var measures = List.of("armed_conflict", "coup_attempts", "electoral_democracy_index").stream()
                .map(interests::measure)
                .flatMap(Optional::stream)
                .toList();
        return perCountry(
                "what-if-instability",
                "Conflict, coups and democracy in the years before and of the report",
                measures,
                year - 2,
                year,
                "Armed conflict: 0 none, 1 minor, 2 war. Before the decision, so that it cannot be read as its"
                        + " consequence.");
    }

    private DataTable perCountry(
            String id,
            String caption,
            List<org.evenhand.catalogue.Measure> measures,
            int first,
            int last,
            String note) {
        var interests = Interests.of(catalogue);
        var columns = new ArrayList<Column>(List.of(
                Column.of("iso3", "ISO"), Column.of("policy_decides", "Policy decides"), Column.of("year", "Year")));
        measures.forEach(m -> columns.add(Column.of(m.key(), m.title())));
        var rows = new ArrayList<List<Cell>>();
        for (var c : answer.cases()) {
            String iso3 = c.entry().iso3();
            for (int y = first; y <= last; y++) {
                int at = y;
                var cells = new ArrayList<Cell>(List.of(
                        Cell.words(iso3), Cell.words(c.verdict().decision().key()), Cell.year(at)));
                for (var m : measures) {
                    cells.add(interests
                            .value(m, iso3, at)
                            .<Cell>map(v -> Cell.number(new Grounds(command)
                                    .add(v.basis(), v.sources())
                                    .figure(
                                            v.value(),
                                            m.figureUnit(),
                                            Sample.one("%s, %s, %d".formatted(m.title(), iso3, at)))))
                            .orElse(Cell.absent(Absence.NOT_RECORDED)));
                }
                rows.add(cells);
            }
        }
        return new DataTable(id, caption, columns, rows, note);
    }

    private List<Text> deadlines() {
        var items = new ArrayList<Text>();
        var release = Ledger.of(catalogue).release(year);
        if (release.isPresent()) {
            LocalDate day = release.get().date();
            items.add(Text.build()
                    .words(
                            "The report came out on %s. The President notifies Congress of a determination for each country on"
                                            .formatted(day)
                                    + " Tier 3 from %s to %s, the 45th and the 90th day after (22 U.S.C. 7107(c)). "
                                            .formatted(
                                                    day.plusDays(LedgerEntry.WINDOW_OPENS),
                                                    day.plusDays(LedgerEntry.WINDOW_CLOSES)))
                    .cite(release.get().sources())
                    .done());
        } else {
            items.add(Text.of(
                    "The release of this report is not on record; the notification falls from the 45th to the 90th day"
                            + " after it (22 U.S.C. 7107(c))."));
        }
        var actual = answer.cases().stream()
                .flatMap(c -> c.entry().determination().stream())
                .flatMap(d -> d.date().stream())
                .distinct()
                .sorted()
                .map(LocalDate::toString)
                .toList();
        items.add(Text.of(
                actual.isEmpty()
                        ? "No date of a determination is on record for these countries."
                        : "Determined on " + String.join(", ", actual) + "."));
        items.add(Text.of(
                "Restrictions cover fiscal year %d, from October 1, %d to September 30, %d, or end before if a report"
                                .formatted(year + 1, year, year + 1)
                        + " finds that the government complies or makes significant efforts (22 U.S.C. 7107(d)(1))."));
        items.add(Text.of(
                "A waiver can be made at any later time (22 U.S.C. 7107(f)), and must be where withholding would"
                        + " significantly harm vulnerable people (22 U.S.C. 7107(d)(5)(B))."));
        items.add(
                Text.of("Every year on Tier 3 starts anew: the watch-list clock does not run there, and a country that"
                        + " returns to the Watch List begins a new run; from the 2019 report on it may have one"
                        + " year only (`evenhand clock`)."));
        return items;
    }
}
