package org.evenhand.move;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Claim;
import org.evenhand.catalogue.Claims;
import org.evenhand.document.Block;
import org.evenhand.document.Text;

/// What is said about a move: claims that name the country, and what published summaries of the Report give as reasons.
final class Said {
    private final Catalogue catalogue;
    private final String iso3;
    private final int report;

    Said(Catalogue catalogue, String iso3, int report) {
        this.catalogue = catalogue;
        this.iso3 = iso3;
        this.report = report;
    }

    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        String name = catalogue.countries().name(iso3);
        for (var pair : Claims.of(catalogue).pairs()) {
            if ((pair.claim().claim() + pair.opposite().claim()).contains(name)) {
                blocks.add(new Block.ClaimPair(statement(pair.claim()), statement(pair.opposite())));
            }
        }
        if (blocks.isEmpty()) {
            blocks.add(new Block.Paragraph(Text.of("No claim in the data names %s.".formatted(name))));
        }
        reasons()
                .ifPresentOrElse(
                        text -> blocks.add(new Block.Paragraph(text)),
                        () -> blocks.add(new Block.Paragraph(
                                Text.of("No summary of the reasons that the %d report gave is in the data."
                                        .formatted(report)))));
        return blocks;
    }

    private static Block.Statement statement(Claim claim) {
        return new Block.Statement(
                claim.id(), claim.claim(), claim.holder(), claim.date(), claim.sources(), claim.counterReading());
    }

    private static final LinkedHashMap<String, String> REASONS = new LinkedHashMap<>();

    static {
        REASONS.put("making_significant_efforts", "the government makes significant efforts");
        REASONS.put("increasing_efforts_not_shown", "increasing efforts were not shown");
        REASONS.put("waiver", "a waiver");
        REASONS.put("upgraded", "an upgrade");
        REASONS.put("downgraded", "a downgrade");
        REASONS.put("remained", "that it remained on its tier");
        REASONS.put("state_policy_or_pattern", "a government policy or pattern");
        REASONS.put("official_complicity_named", "complicity of officials");
        REASONS.put("victims_penalised_named", "victims penalised");
        REASONS.put("law_gap_named", "a gap in the law");
    }

    private Optional<Text> reasons() {
        var table = catalogue.table("stated_reasons");
        if (table.isEmpty()) {
            return Optional.empty();
        }
        for (var row : table.get().where("iso3", iso3)) {
            if (row.integer("report_year") != report) {
                continue;
            }
            var named = new ArrayList<String>();
            REASONS.forEach((column, words) -> {
                if (row.flag(column).orElse(false)) {
                    named.add(words);
                }
            });
            return Optional.of(Text.build()
                    .words(
                            "A published summary of the %d report (the Department's own words shortened, not evidence) states %s; %s. "
                                    .formatted(
                                            report,
                                            row.text("tier_stated"),
                                            named.isEmpty()
                                                    ? "no reason in it is coded"
                                                    : "coded from it: " + String.join(", ", named)))
                    .cite(row.sources())
                    .done());
        }
        return Optional.empty();
    }
}
