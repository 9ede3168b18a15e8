package org.evenhand.findings;

import java.util.List;
import java.util.OptionalDouble;
import org.evenhand.catalogue.Row;
import org.evenhand.core.Basis;
import org.evenhand.core.Digits;

/// How often something happened to a group of countries, and to all others: a row of `evenhand never`.
///
/// @param group key of the group
/// @param title the group for people
/// @param event `tier_3`, `restricted` or `full_waiver`
/// @param happened to the group
/// @param opportunities of the group
/// @param touched countries of the group that it happened to
/// @param countries countries of the group
/// @param othersHappened to all others
/// @param othersOpportunities of all others
/// @param leftOut cases that could not be used
/// @param reason why
/// @param p Fisher's exact test; empty where there is nothing to compare
/// @param reading the fixed words for it
/// @param from what it rests on
/// @param basis of the row
public record GroupResult(
        String group,
        String title,
        String event,
        long happened,
        long opportunities,
        long touched,
        long countries,
        long othersHappened,
        long othersOpportunities,
        long leftOut,
        String reason,
        OptionalDouble p,
        String reading,
        KeptFrom from,
        Basis basis) {
    /// The table that keeps them.
    public static final String TABLE = "group_results";

    static final List<String> COLUMNS = KeptFrom.columns(
            "group",
            "title",
            "event",
            "happened",
            "opportunities",
            "countries_happened",
            "countries",
            "others_happened",
            "others_opportunities",
            "left_out",
            "left_out_reason",
            "p",
            "reading");

    static GroupResult read(Row row) {
        return new GroupResult(
                row.text("group"),
                row.text("title"),
                row.text("event"),
                row.integer("happened"),
                row.integer("opportunities"),
                row.integer("countries_happened"),
                row.integer("countries"),
                row.integer("others_happened"),
                row.integer("others_opportunities"),
                row.integer("left_out"),
                row.text("left_out_reason"),
                row.number("p"),
                row.text("reading"),
                KeptFrom.read(row),
                row.basis());
    }

    List<String> cells() {
        return from.cells(
                group,
                title,
                event,
                Long.toString(happened),
                Long.toString(opportunities),
                Long.toString(touched),
                Long.toString(countries),
                Long.toString(othersHappened),
                Long.toString(othersOpportunities),
                Long.toString(leftOut),
                reason,
                p.isEmpty() ? "" : Digits.nine(p.getAsDouble()),
                reading);
    }
}
