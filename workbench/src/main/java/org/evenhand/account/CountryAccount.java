package org.evenhand.account;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.evenhand.benchmark.Benchmarks;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Claims;
import org.evenhand.catalogue.Estimate;
import org.evenhand.catalogue.Interest;
import org.evenhand.catalogue.Interests;
import org.evenhand.catalogue.VictimRecords;
import org.evenhand.chart.Mark;
import org.evenhand.chart.TierTimeline;
import org.evenhand.clock.ClockListing;
import org.evenhand.clock.RecordedHistories;
import org.evenhand.clock.TraceTree;
import org.evenhand.core.Basis;
import org.evenhand.core.Country;
import org.evenhand.core.NoAnswer;
import org.evenhand.core.ReportYear;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.Cell.Absence;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Document;
import org.evenhand.document.Provenance;
import org.evenhand.document.Section;
import org.evenhand.document.Text;
import org.evenhand.law.clock.Clock;
import org.evenhand.listing.DeterminationListing;
import org.evenhand.listing.InterestListing;
import org.evenhand.listing.Scope;
import org.evenhand.move.ShortForm;
import org.evenhand.panel.Lags;
import org.evenhand.panel.Panel;

/// The account of one country over all reports.
public final class CountryAccount {
    private final Catalogue catalogue;
    private final Clock clock;

    public CountryAccount(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /// Writes the account.
    ///
    /// @throws NoAnswer if no report placed the country
    public Document of(Country country, boolean explain, Provenance provenance) {
        var history = catalogue.placements().history(country.iso3());
        if (history.isEmpty()) {
            throw new NoAnswer(
                    "No placement of %s is in the data.".formatted(country.name()),
                    "`evenhand countries` says which jurisdictions a report may assess.");
        }
        var region = catalogue.countries().region(country.iso3());
        var setting =
                new Setting(catalogue, clock, region, ReportYear.of(history.lastKey()), explain, provenance.command());
        var sections = List.of(
                PurposeSection.of(country.name() + " in all reports"),
                placements(setting, country),
                determinations(setting),
                evidence(setting, country),
                interests(setting, country),
                victims(setting, country),
                claims(setting, country),
                moves(setting, country),
                GapsSection.of(setting));
        return Account.document(
                catalogue,
                "country",
                "%s in the Trafficking in Persons Reports, %d–%d"
                        .formatted(country.name(), history.firstKey(), history.lastKey()),
                "One country over all reports",
                sections,
                provenance);
    }

    private Section placements(Setting setting, Country country) {
        var blocks = new ArrayList<Block>();
        var rows = new ArrayList<List<Cell>>();
        var steps = new ArrayList<TierTimeline.Year>();
        var record = RecordedHistories.of(catalogue).history(country.iso3());
        var history = catalogue.placements().history(country.iso3());
        for (int year : catalogue.placements().years()) {
            var outcomes = catalogue.determinations().of(country.iso3(), year).stream()
                    .map(d -> d.outcome().label())
                    .toList();
            String event = String.join("; ", outcomes);
            steps.add(new TierTimeline.Year(
                    year,
                    setting.placement(country.iso3(), year)
                            .map(p -> Mark.of(p.standing(), p.basis()))
                            .orElse(Mark.NO_DATA),
                    event));
            if (year < history.firstKey()) {
                continue;
            }
            var state = clock.state(record, ReportYear.of(year));
            rows.add(List.of(
                    Cell.year(year),
                    setting.placed(country.iso3(), year),
                    Cell.words(state.explanation()),
                    Cell.words(ClockListing.route(catalogue, state)),
                    event.isEmpty() ? Cell.absent(Absence.NOT_APPLICABLE) : Cell.words(event),
                    Cell.items(setting.placement(country.iso3(), year)
                            .map(p -> p.sources())
                            .orElse(List.of()))));
        }
        var table = new DataTable(
                "history",
                "Placements and clock, " + country.name(),
                List.of(
                        Column.of("year", "Report"),
                        Column.of("tier", "Tier"),
                        Column.of("clock", "Clock"),
                        Column.of("route", "Route"),
                        Column.of("determination", "Determination"),
                        Column.of("sources", "Sources")),
                rows,
                "The clock counts Watch List years from the 2009 report (22 U.S.C. 7107(b)(2)(D)).");
        String title = "Placements of %s".formatted(country.name());
        String summary =
                "One step a report, better tiers higher; a letter names the placement and a word what followed.";
        blocks.add(new Block.Chart(
                "history", title, summary, TierTimeline.svg("history-svg", title, summary, steps), table));
        if (setting.explain()) {
            for (int year : history.keySet()) {
                clock.state(record, ReportYear.of(year))
                        .trace()
                        .ifPresent(trace -> blocks.add(new Block.Explanation(
                                "The clock in the %d report".formatted(year), TraceTree.of(trace))));
            }
        }
        return new Section("placements", "Placements and the law's clock", blocks);
    }

    private Section determinations(Setting setting) {
        var table = DeterminationListing.of(
                catalogue, new Scope(setting.region(), 2001, setting.year().value(), setting.command()));
        var kept = List.of("year", "fiscal_year", "outcome", "instrument", "date", "reason_or_scope", "sources");
        var positions = new ArrayList<Integer>();
        for (int i = 0; i < table.columns().size(); i++) {
            if (kept.contains(table.columns().get(i).key())) {
                positions.add(i);
            }
        }
        Block block = table.rows().isEmpty()
                ? new Block.Paragraph(Text.of("No determination for this country is on record."))
                : new Block.Tabular(new DataTable(
                        table.id(),
                        table.caption(),
                        positions.stream().map(table.columns()::get).toList(),
                        table.rows().stream()
                                .map(r -> positions.stream().map(r::get).toList())
                                .toList(),
                        table.note()));
        return new Section("outcomes", "What followed Tier 3", List.of(block));
    }

    private Section evidence(Setting setting, Country country) {
        var blocks = new ArrayList<Block>();
        EvidenceTables.of(setting, country.iso3()).forEach(t -> blocks.add(new Block.Tabular(t)));
        if (blocks.isEmpty()) {
            blocks.add(new Block.Paragraph(Text.of("No evidence on this country is in the data.")));
        }
        blocks.add(new Block.Note(
                Text.of("The policy index is coded largely from the Report itself and ends in 2013; treaty dates, the"
                        + " year of criminalisation and counts reported to the United Nations do not descend from the Report. A year"
                        + " without a row is not measured.")));
        return new Section("evidence", "Evidence", blocks);
    }

    private Section interests(Setting setting, Country country) {
        var interests = Interests.of(catalogue);
        var blocks = new ArrayList<Block>();
        for (var interest : Interest.values()) {
            var measures = interests.of(interest).stream()
                    .filter(m -> catalogue.placements().years().stream()
                            .anyMatch(y ->
                                    interests.value(m, country.iso3(), y - 1).isPresent()))
                    .toList();
            if (measures.isEmpty()) {
                continue;
            }
            var columns = new ArrayList<Column>();
            columns.add(Column.of("year", "Year"));
            measures.forEach(m -> columns.add(Column.of(m.key(), m.title())));
            var rows = new ArrayList<List<Cell>>();
            for (int report : catalogue.placements().years()) {
                int year = report - 1;
                var cells = new ArrayList<Cell>();
                cells.add(Cell.year(year));
                for (var measure : measures) {
                    cells.add(interests
                            .value(measure, country.iso3(), year)
                            .<Cell>map(v -> measure.yesNo()
                                    ? Cell.flag(v.value() == 1, v.basis())
                                    : Cell.number(InterestListing.figure(
                                            measure, country.iso3(), year, v, setting.command())))
                            .orElse(Cell.absent(Absence.NOT_MEASURED)));
                }
                rows.add(cells);
            }
            blocks.add(new Block.Tabular(new DataTable(
                    "interest-" + interest.key().replace('_', '-'),
                    interest.label() + ", " + country.name(),
                    columns,
                    rows,
                    "")));
        }
        return new Section("interests", "Interests and instability", blocks);
    }

    private Section victims(Setting setting, Country country) {
        var blocks = new ArrayList<Block>(EstimateBlocks.of(setting));
        var roles = VictimRecords.of(catalogue).roles().stream()
                .filter(r -> r.iso3().equals(country.iso3()))
                .toList();
        var rows = new ArrayList<List<Cell>>();
        for (var role : roles) {
            rows.add(List.of(
                    Cell.words(role.year()),
                    flag(role.source(), role.basis()),
                    flag(role.transit(), role.basis()),
                    flag(role.destination(), role.basis()),
                    Cell.items(role.sources())));
        }
        blocks.add(new Block.Tabular(new DataTable(
                "roles",
                "Named as source, transit or destination",
                List.of(
                        Column.of("year", "Year"),
                        Column.of("source", "Source"),
                        Column.of("transit", "Transit"),
                        Column.of("destination", "Destination"),
                        Column.of("sources", "Sources")),
                rows,
                "In the series derived from coded statements a no only means: not so named.")));
        boolean own = VictimRecords.of(catalogue).estimates().stream()
                .map(Estimate::scope)
                .anyMatch(country.iso3()::equals);
        if (!own) {
            blocks.add(new Block.Note(Text.of("No published estimate for this country is in the data.")));
        }
        return new Section("victims", "Victims", blocks);
    }

    private static Cell flag(java.util.Optional<Boolean> value, Basis basis) {
        return value.map(v -> Cell.flag(v, basis)).orElse(Cell.absent(Absence.NOT_RECORDED));
    }

    /// The latest move and the divergence, in short.
    private Section moves(Setting setting, Country country) {
        var benchmarks = new Benchmarks(catalogue, Panel.of(catalogue, Lags.DEFAULT), Benchmarks.NOWHERE);
        return new Section(
                "moves",
                "Its latest move, and how far its tier is from the evidence",
                ShortForm.country(benchmarks, clock, country.iso3(), setting.command()));
    }

    /// Claims that name the country, with what bears on them.
    private Section claims(Setting setting, Country country) {
        var blocks = new ArrayList<Block>();
        var seen = new TreeSet<String>();
        for (var pair : Claims.of(catalogue).pairs()) {
            boolean about = (pair.claim().claim() + pair.opposite().claim()).contains(country.name());
            if (about && seen.add(pair.claim().id())) {
                blocks.add(ClaimsSection.pair(pair));
                blocks.addAll(ClaimRecord.of(setting, pair));
            }
        }
        if (blocks.isEmpty()) {
            blocks.add(new Block.Paragraph(Text.of("No claim in the data names this country.")));
        }
        return new Section("claims", "What is said, and what bears on it", blocks);
    }
}
