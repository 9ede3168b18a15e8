package org.evenhand.law;

import java.util.OptionalInt;

/// A number, period or switch of a rule over a span of report years.
///
/// @param name for example `WL-MAX.waiver_years`
/// @param rule the rule that it belongs to
/// @param from first report year
/// @param to last report year; empty while in force
/// @param value a number, `yes` or `no`, a month and day (`06-30`), or a word
/// @param what what the value stands for
public record Parameter(String name, String rule, int from, OptionalInt to, String value, String what) {
    /// For example `2009-2018` or `2019-`.
    public String years() {
        return Version.years(from, to);
    }

    public boolean covers(int year) {
        return year >= from && (to.isEmpty() || year <= to.getAsInt());
    }
}
