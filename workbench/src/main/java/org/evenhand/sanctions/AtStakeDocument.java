package org.evenhand.sanctions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
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

/// `evenhand sanctions at-stake`: aid by country and fiscal year, what the statute's definition catches of
/// it, the banks that the law names, and other ties for context.
public final class AtStakeDocument {
    static final List<String> CONTEXT =
            List.of("us_exports_usd", "us_imports_usd", "us_troops", "drug_major", "mnna", "agreement_with_us");

    private final Catalogue catalogue;
    private final Region region;
    private final String command;

    private AtStakeDocument(Catalogue catalogue, Region region, String command) {
        this.catalogue = catalogue;
        this.region = region;
        this.command = command;
    }

    /// What is at stake for a region over fiscal years.
    ///
    /// @throws NoAnswer if no aid is recorded for any of the countries and years
    public static Document of(Catalogue catalogue, Region region, int firstYear, int lastYear, Provenance provenance) {
        var stake = new AtStakeDocument(catalogue, region, provenance.command());
        var splits = new ArrayList<AidSplit>();
        for (int year = firstYear; year <= lastYear; year++) {
            for (var iso3 : region.countries()) {
                AidSplit.of(catalogue, iso3, year).ifPresent(splits::add);
            }
        }
        if (splits.isEmpty()) {
            throw new NoAnswer(
                    "No aid is recorded for %s in fiscal years %d to %d."
                            .formatted(region.label(), firstYear, lastYear),
                    "Ask for fiscal years from 2000 to 2024, or another region.");
        }
        var sections = List.of(
                new Section("selection", "What this can and cannot say", List.of(Selection.note())),
                new Section(
                        "aid",
                        "Aid and what the definition catches",
                        List.of(
                                definition(),
                                new Block.Tabular(stake.table(splits)),
                                new Block.Tabular(stake.constantTable(splits)))),
                new Section("banks", "Banks and the Fund", List.of(banks())),
                new Section("context", "Other ties, for context", List.of(new Block.Tabular(stake.context(splits)))));
        return Documents.of(
                catalogue,
                "sanctions-at-stake",
                "At stake: " + region.label(),
                "U.S. fiscal years %d to %d".formatted(firstYear, lastYear),
                sections,
                provenance);
    }

    static Block definition() {
        return new Block.Paragraph(
                Text.of(
                        "Caught by 22 U.S.C. 7102(10): assistance under the Foreign Assistance Act, and sales or"
                                + " financing under the Arms Export Control Act. Exempt: humanitarian, trade-related, narcotics control (part of"
                                + " it after notice to Congress), antiterrorism, disaster relief, refugees, aid through non-governmental"
                                + " organisations, development finance; aid under other acts is outside the definition. The lines on record"
                                + " tell humanitarian, narcotics and military aid apart, up to fiscal year 2019; the channel is never recorded,"
                                + " so that the rest of the economic lines may be caught or not. After 2019 anything from nothing to all may"
                                + " be. The National Endowment for Democracy stands in the undetermined part, outside the act."));
    }

    static Block banks() {
        return new Block.Paragraph(
                Text.of("With restrictions the U.S. executive directors vote against, and try to deny, loans or"
                        + " other use of funds (22 U.S.C. 7107(d)(1)(B)), except humanitarian or trade-related aid and development aid"
                        + " that meets basic human needs, is not run by the government and gives it no benefit. The list is closed"
                        + " (22 U.S.C. 7107(d)(6)): the World Bank's IBRD, IDA, IFC and MIGA; the Inter-American Development Bank and"
                        + " Investment Corporation; the Asian Development Bank; the African Development Bank and Fund; the EBRD. The"
                        + " International Monetary Fund is named beside them. A vote is not a veto. The data hold no votes and no loans,"
                        + " so that no amount is given."));
    }

    private DataTable table(List<AidSplit> splits) {
        var rows = new ArrayList<List<Cell>>();
        for (var s : splits) {
            rows.add(List.of(
                    Cell.words(s.iso3()),
                    Cell.words(catalogue.countries().name(s.iso3())),
                    Cell.year(s.fiscalYear()),
                    current(s, s.total()),
                    part(s, AidSplit::humanitarian),
                    part(s, AidSplit::narcotics),
                    part(s, AidSplit::caught),
                    current(s, s.undetermined()),
                    part(s, AidSplit::difference),
                    current(s, s.least()),
                    current(s, s.most()),
                    Cell.words(s.kind().label())));
        }
        return new DataTable(
                "at-stake",
                "Aid obligations by fiscal year, current US$, " + region.label(),
                List.of(
                        Column.of("iso3", "ISO"),
                        Column.of("country", "Country"),
                        Column.of("fiscal_year", "FY"),
                        Column.of("total_usd_current", "All"),
                        Column.of("exempt_humanitarian_usd_current", "Exempt: humanitarian"),
                        Column.of("exempt_narcotics_usd_current", "Exempt: narcotics"),
                        Column.of("caught_usd_current", "Caught: military"),
                        Column.of("undetermined_usd_current", "Either"),
                        Column.of("difference_usd_current", "Publishers differ by"),
                        Column.of("at_stake_least_usd_current", "At stake, least"),
                        Column.of("at_stake_most_usd_current", "At stake, most"),
                        Column.of("split", "Split")),
                rows,
                "All = the five parts, to the cent. The total is of one publisher and the lines of another; what they differ by"
                        + " widens the bounds. Military lines are read as assistance under the two acts, less all narcotics lines,"
                        + " since it is not recorded which of those are counted as military. De-obligations: a line or what is"
                        + " left is negative, so that the lines bound nothing.");
    }

    private DataTable constantTable(List<AidSplit> splits) {
        var rows = new ArrayList<List<Cell>>();
        for (var s : splits) {
            rows.add(List.of(
                    Cell.words(s.iso3()),
                    Cell.year(s.fiscalYear()),
                    constant(s, s.constant()),
                    constant(s, s.constant(s.least())),
                    constant(s, s.constant(s.most()))));
        }
        return new DataTable(
                "at-stake-constant",
                "The same in constant US$ of fiscal year 2024, " + region.label(),
                List.of(
                        Column.of("iso3", "ISO"),
                        Column.of("fiscal_year", "FY"),
                        Column.of("total_usd_constant_2024", "All"),
                        Column.of("at_stake_least_usd_constant_2024", "At stake, least"),
                        Column.of("at_stake_most_usd_constant_2024", "At stake, most")),
                rows,
                "Bounds are put in constant dollars by the ratio of the row's two totals.");
    }

    private Cell current(AidSplit s, long cents) {
        return Cell.number(grounds(s).dollars(cents, Unit.USD_CURRENT, sample(s)));
    }

    private Cell part(AidSplit s, ToLongFunction<AidSplit> amount) {
        return s.kind() == AidSplit.Kind.SPLIT
                ? current(s, amount.applyAsLong(s))
                : Cell.absent(s.kind() == AidSplit.Kind.NOT_SPLIT ? Absence.NOT_RECORDED : Absence.NOT_APPLICABLE);
    }

    private Cell constant(AidSplit s, OptionalLong cents) {
        return cents.isEmpty()
                ? Cell.absent(Absence.NOT_RECORDED)
                : Cell.number(grounds(s).dollars(cents.getAsLong(), Unit.USD_CONSTANT_2024, sample(s)));
    }

    private Grounds grounds(AidSplit s) {
        return new Grounds(command).add(s.basis(), s.sources());
    }

    private static Sample sample(AidSplit s) {
        return Sample.one("aid obligations, %s, FY%d".formatted(s.iso3(), s.fiscalYear()));
    }

    private DataTable context(List<AidSplit> splits) {
        var interests = Interests.of(catalogue);
        var measures = CONTEXT.stream()
                .map(interests::measure)
                .flatMap(Optional::stream)
                .toList();
        var columns = new ArrayList<Column>(List.of(Column.of("iso3", "ISO"), Column.of("year", "Year")));
        measures.forEach(m -> columns.add(Column.of(m.key(), m.title())));
        var rows = new ArrayList<List<Cell>>();
        for (var s : splits) {
            var cells = new ArrayList<Cell>(List.of(Cell.words(s.iso3()), Cell.year(s.fiscalYear())));
            for (var measure : measures) {
                cells.add(interests
                        .value(measure, s.iso3(), s.fiscalYear())
                        .<Cell>map(v -> Cell.number(new Grounds(command)
                                .add(v.basis(), v.sources())
                                .figure(
                                        v.value(),
                                        measure.figureUnit(),
                                        Sample.one("%s, %s, %d".formatted(measure.title(), s.iso3(), s.fiscalYear())))))
                        .orElse(Cell.absent(Absence.NOT_RECORDED)));
            }
            rows.add(cells);
        }
        return new DataTable(
                "ties",
                "Trade and other ties in the year of the same number, " + region.label(),
                columns,
                rows,
                "No measure of 22 U.S.C. 7107(d) touches trade, bases or agreements: these ties are what a reader may weigh,"
                        + " not what is restricted.");
    }
}
