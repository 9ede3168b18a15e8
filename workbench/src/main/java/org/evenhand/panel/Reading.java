package org.evenhand.panel;

import java.util.List;

/// Where in the data a variable is read, and from which year.
public sealed interface Reading {
    /// The value of calendar or fiscal year `t − lag`.
    ///
    /// @param table table
    /// @param column column with the value
    /// @param codeColumn column with the country
    /// @param yearColumn column with the year
    /// @param selector value of the table's `measure` column, or empty
    /// @param fiscal whether years are U.S. fiscal years
    record Yearly(String table, String column, String codeColumn, String yearColumn, String selector, boolean fiscal)
            implements Reading {}

    /// The latest value of the five years that end in `t − lag`: for series published every five years.
    record LatestOfFive(String table, String column, String yearColumn, String selector) implements Reading {}

    /// How many of these treaties the country had ratified by the end of the reporting window (31 March of
    /// `t − lag + 1`), as far as recorded. No recorded ratification counts as none: the tables list parties only.
    record Ratified(List<String> instruments) implements Reading {
        public Ratified {
            instruments = List.copyOf(instruments);
        }
    }

    /// Whether national law made trafficking a crime in full in year `t − lag` or earlier. Unknown after the last
    /// year that the source observed, unless the law was there by then; no repeal is recorded.
    record Criminalised() implements Reading {}

    /// The table that holds it.
    default String table() {
        return switch (this) {
            case Yearly yearly -> yearly.table;
            case LatestOfFive latest -> latest.table;
            case Ratified _ -> "treaties";
            case Criminalised _ -> "laws";
        };
    }

    /// The year rule in words, for a lag.
    default String yearRule(int lag) {
        return switch (this) {
            case Yearly yearly -> (yearly.fiscal ? "fiscal year t-%d" : "calendar year t-%d").formatted(lag);
            case LatestOfFive _ -> "latest of the years t-%d to t-%d".formatted(lag + 4, lag);
            case Ratified _ ->
                lag == 1
                        ? "on 31 March of year t, the end of the reporting window"
                        : "on 31 March of year t%+d".formatted(1 - lag);
            case Criminalised _ -> "in year t-%d or earlier".formatted(lag);
        };
    }
}
