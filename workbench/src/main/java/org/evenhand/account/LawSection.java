package org.evenhand.account;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.evenhand.clock.ClockListing;
import org.evenhand.clock.TraceTree;
import org.evenhand.document.Block;
import org.evenhand.document.DataTable;
import org.evenhand.document.Section;
import org.evenhand.document.Text;
import org.evenhand.law.clock.ClockState;

/// Section 5: whose clock was running, who had been waived, and who was downgraded.
final class LawSection {
    private static final List<String> SHOWN = List.of(
            "iso3",
            "country",
            "tier",
            "consecutive_years",
            "waivers_used",
            "waivers_left",
            "waiver_recorded",
            "needs_waiver",
            "forced",
            "route");

    private LawSection() {}

    static Section of(Setting setting) {
        var states = ClockListing.states(setting.catalogue(), setting.clock(), setting.region(), setting.year());
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Paragraph(rule(setting)));
        if (states.isEmpty()) {
            blocks.add(
                    new Block.Paragraph(
                            Text.of(
                                    "No country of the region was on the Watch List in this report or the one before: no clock was running.")));
        } else {
            blocks.add(new Block.Tabular(table(setting)));
            blocks.add(new Block.Bullets(sentences(setting, states)));
        }
        downgrades(setting).forEach(blocks::add);
        if (setting.explain()) {
            for (var state : states) {
                state.trace()
                        .ifPresent(trace -> blocks.add(new Block.Explanation(
                                "%s, report %s: %s"
                                        .formatted(setting.name(state.iso3()), state.year(), state.explanation()),
                                TraceTree.of(trace))));
            }
        } else if (!states.isEmpty()) {
            blocks.add(new Block.Note(
                    Text.of("`--explain` prints the reasoning for every country, provision by provision.")));
        }
        return new Section("law", "What the law then required", blocks);
    }

    private static Text rule(Setting setting) {
        int year = setting.year().value();
        if (year < 2009) {
            return Text.of(
                    "In this report there was no limit on years on the Tier 2 Watch List: the two-year limit came with"
                            + " P.L. 110-457 of December 23, 2008, and counts from the 2009 report.");
        }
        String waiver = year <= 2018
                ? "a waiver may add up to two years, one report at a time"
                : "since P.L. 115-427 of January 9, 2019, a waiver may add one year";
        String back = year >= 2019
                ? " A country that went through waiver years to Tier 3 and came back may stay one year only (P.L. 115-425 §203)."
                : "";
        return Text.of(
                "After two years in a row on the Tier 2 Watch List a country that would stay there must be placed on Tier 3"
                        + " (22 U.S.C. 7107(b)(2)(D)(i)); " + waiver
                        + " (D)(ii). The count starts with the 2009 report, so that the"
                        + " limit could first bite in 2011. A better record on the merits always ends the clock."
                        + back);
    }

    private static DataTable table(Setting setting) {
        var whole = ClockListing.of(
                setting.catalogue(), setting.clock(), setting.region(), setting.year(), setting.command());
        var positions = new ArrayList<Integer>();
        for (int i = 0; i < whole.columns().size(); i++) {
            if (SHOWN.contains(whole.columns().get(i).key())) {
                positions.add(i);
            }
        }
        return new DataTable(
                "clock",
                whole.caption(),
                positions.stream().map(whole.columns()::get).toList(),
                whole.rows().stream()
                        .map(row -> positions.stream().map(row::get).toList())
                        .toList(),
                "Years before: unbroken Watch List years ending in the report before, from 2009 on. Used and left are by rule;"
                        + " recorded is what the table of waivers holds. List closed: by its history the country could not be on"
                        + " the Watch List in this report.");
    }

    private static List<Text> sentences(Setting setting, List<ClockState> states) {
        var sentences = new ArrayList<Text>();
        sentences.add(named(
                setting,
                states.stream().filter(ClockState::needsWaiver).toList(),
                "On the Watch List although the limit was reached, which only a waiver allows: ",
                "No country of the region needed a waiver to be on the Watch List."));
        sentences.add(named(
                setting,
                states.stream().filter(ClockState::forced).toList(),
                "The Watch List was closed by its history to: ",
                "The Watch List was closed to no country of the region."));
        return sentences;
    }

    private static Text named(Setting setting, List<ClockState> states, String some, String none) {
        if (states.isEmpty()) {
            return Text.of(none);
        }
        var names = new ArrayList<String>();
        for (var state : states) {
            String standing = state.standing().map(s -> s.label()).orElse("not known");
            names.add("%s (%s, %s%s)"
                    .formatted(
                            setting.name(state.iso3()),
                            standing,
                            state.route().words(),
                            state.needsWaiver()
                                    ? state.waiverRecorded() ? "; waiver on record" : "; no waiver on record"
                                    : ""));
        }
        return Text.of(some + String.join("; ", names) + ".");
    }

    private static List<Block> downgrades(Setting setting) {
        var table = setting.catalogue().table("automatic_downgrades");
        if (table.isEmpty()) {
            return List.of(new Block.Note(Text.of("The table of automatic downgrades is not available.")));
        }
        var named = new ArrayList<String>();
        var computed = new ArrayList<String>();
        var keys = new TreeSet<String>();
        for (var row : table.get().where("report_year", setting.year().toString())) {
            if (setting.region().contains(row.text("iso3"))) {
                keys.addAll(row.sources());
                (row.text("basis").equals("named") ? named : computed).add(setting.name(row.text("iso3")));
            }
        }
        if (keys.isEmpty()) {
            return List.of(new Block.Paragraph(
                    Text.of("No automatic downgrade of a country of the region is on record for this report.")));
        }
        var text = Text.build();
        if (!named.isEmpty()) {
            text.words("A source names as downgraded automatically: " + String.join(", ", named) + ". ");
        }
        if (!computed.isEmpty()) {
            text.words(
                    "Moved from the Watch List to Tier 3 after at least two counted years there: "
                            + String.join(", ", computed)
                            + ". That is necessary for an automatic downgrade and does not prove one: the merits may have led there too. ");
        }
        return List.of(new Block.Paragraph(text.cite(List.copyOf(keys)).done()));
    }
}
