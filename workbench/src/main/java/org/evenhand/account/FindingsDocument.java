package org.evenhand.account;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Claims;
import org.evenhand.catalogue.Region;
import org.evenhand.core.BadData;
import org.evenhand.core.ReportYear;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Document;
import org.evenhand.document.Provenance;
import org.evenhand.document.Section;
import org.evenhand.document.Text;
import org.evenhand.findings.ClaimBearing;
import org.evenhand.findings.ClaimBearing.Kind;
import org.evenhand.findings.Statements;
import org.evenhand.law.clock.Clock;

/// `evenhand findings`: what the data say about each claim, both ways, limits first.
public final class FindingsDocument {
    private FindingsDocument() {}

    /// @param region of the counts that are made at once
    /// @throws BadData if the tables of claims or placements are not there
    public static Document of(Catalogue catalogue, Clock clock, Region region, Provenance provenance) {
        var placements = catalogue.placements();
        var pairs = Claims.of(catalogue).pairs();
        if (!placements.available() || pairs.isEmpty()) {
            throw new BadData(
                    "The table %s is not available.".formatted(pairs.isEmpty() ? "claims" : "tiers"),
                    "Put it back: without it there is nothing to say about claims.");
        }
        var setting = new Setting(
                catalogue, clock, region, ReportYear.of(placements.years().last()), false, provenance.command());
        var statements = Statements.of(catalogue);
        var sections = new ArrayList<Section>();
        sections.add(new Section("limits", "Limits first", limits(statements, region)));
        for (var pair : pairs) {
            sections.add(section(setting, pair));
        }
        if (!statements.universes().table().rows().isEmpty()) {
            sections.add(new Section(
                    "universes",
                    "Every interest, over every declared specification",
                    List.of(
                            new Block.Note(Text.of(
                                    "All universes that come with the program are reported, whatever they found.")),
                            statements.universes())));
        }
        return Account.document(
                catalogue,
                "findings",
                "What the data say about each claim",
                "Claims and opposite claims, limits first; counts of %s, models of all governments"
                        .formatted(region.label()),
                sections,
                provenance);
    }

    private static List<Block> limits(Statements statements, Region region) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Bullets(List.of(
                Text.of(
                        "Nothing here shows a motive. Every number is a count, or an association in a record that was made by the same Department that is judged here."),
                Text.of(
                        "Where the evidence on trafficking is not measured, badly measured or coded from the Report itself, placements that follow it and placements that do not look alike."),
                Text.of(
                        "A test that finds nothing does not show that there is nothing, and a result beyond chance does not show that the claim which expects it is true: other things would look the same. The column “Cannot show” names them."),
                Text.of(
                        "Intervals of counts are exact (Clopper–Pearson, 95%) and take country-years as independent, which makes them too narrow. Some placements and determinations are unverified; a mark says where a number rests on one."),
                Text.of(
                        "Counts of the region are those of %s; joint tests, groups and benchmarks are of all governments."
                                .formatted(region.label())))));
        statements.cautions().forEach(c -> blocks.add(new Block.Note(c)));
        return blocks;
    }

    private static Section section(Setting setting, Claims.Pair pair) {
        var blocks = new ArrayList<Block>();
        blocks.add(ClaimsSection.pair(pair));
        var bearings = ClaimBearing.of(setting.catalogue(), pair.claim().id());
        for (var nothing : bearings.stream().filter(b -> b.kind() == Kind.NONE).toList()) {
            blocks.add(new Block.Note(Text.of("Not tested here. %s.".formatted(nothing.limit()))));
        }
        var results = bearings.stream().filter(b -> b.kind() != Kind.NONE).toList();
        if (!results.isEmpty()) {
            blocks.add(new Block.Tabular(fits(pair.claim().id(), results)));
        }
        if (bearings.stream().noneMatch(b -> b.kind() == Kind.NONE)) {
            blocks.addAll(ClaimRecord.of(setting, pair));
        }
        return new Section(pair.claim().id(), pair.claim().claim(), blocks);
    }

    private static DataTable fits(String claim, List<ClaimBearing> results) {
        return new DataTable(
                "fits-" + claim,
                "What each result would fit, and what it cannot show",
                List.of(
                        Column.of("result", "Result"),
                        Column.of("fits_claim", "Would fit the claim"),
                        Column.of("fits_opposite", "Would fit the opposite"),
                        Column.of("limit", "Cannot show"),
                        Column.of("command", "Printed by"),
                        Column.machine("sources")),
                results.stream()
                        .map(b -> List.<Cell>of(
                                Cell.words(b.label()),
                                Cell.words(b.fitsClaim()),
                                Cell.words(b.fitsOpposite()),
                                Cell.words(b.limit()),
                                Cell.words(b.command()),
                                Cell.items(b.sources())))
                        .toList(),
                "Which result bears on which claim is a judgement of the project, in the table claim_bearings, to be argued with.");
    }
}
