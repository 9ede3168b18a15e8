package org.evenhand.core;

import java.time.LocalDate;

/// The year of a Trafficking in Persons Report. Report `y` judges April 1 of `y-1` to March 31 of `y` and drives fiscal
/// year `y+1` (22 U.S.C. 7107(b)(1); statutory since the 2019 report, practice before).
///
/// @param value a calendar year, 2001 (the first report) or later
public record ReportYear(int value) implements Comparable<ReportYear> {
    /// The year of the first report.
    public static final int FIRST = 2001;

    public ReportYear {
        if (value < FIRST || value > 2100) {
            throw new IllegalArgumentException("report year %d: the first report is %d".formatted(value, FIRST));
        }
    }

    public static ReportYear of(int value) {
        return new ReportYear(value);
    }

    public ReportYear next() {
        return new ReportYear(value + 1);
    }

    /// The fiscal year that restrictions following this report cover.
    public int fiscalYear() {
        return value + 1;
    }

    /// First day of the reporting window, April 1 of the year before.
    public LocalDate windowStart() {
        return LocalDate.of(value - 1, 4, 1);
    }

    /// Last day of the reporting window, March 31.
    public LocalDate windowEnd() {
        return LocalDate.of(value, 3, 31);
    }

    @Override
    public int compareTo(ReportYear other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
