package org.evenhand.panel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Row;
import org.evenhand.catalogue.Table;

/// The recorded values of one variable, before its transformation.
final class Series {
    private final Reading reading;
    private final Map<String, double[]> values = new HashMap<>();
    private int firstYear;
    private final Map<String, LocalDate> dates = new HashMap<>();
    private final Map<String, Integer> observedUntil = new HashMap<>();
    /// Treaty and country for which the day of an act is on record, not only a day by which it had been done.
    private final Set<String> acts = new HashSet<>();

    private final Set<String> countries = new HashSet<>();
    private final TreeSet<String> sources = new TreeSet<>();

    private Series(Reading reading) {
        this.reading = reading;
    }

    static Series of(Catalogue catalogue, Reading reading) {
        var series = new Series(reading);
        switch (reading) {
            case Reading.Yearly y ->
                catalogue
                        .table(y.table())
                        .ifPresent(t -> series.yearly(t, y.selector(), y.column(), y.codeColumn(), y.yearColumn()));
            case Reading.LatestOfFive l ->
                catalogue
                        .table(l.table())
                        .ifPresent(t -> series.yearly(t, l.selector(), l.column(), "iso3", l.yearColumn()));
            case Reading.Ratified r -> {
                series.ratified(catalogue.rows("treaties"), r.instruments());
                series.ratified(catalogue.rows("treaties_update"), r.instruments());
            }
            case Reading.Criminalised _ -> series.criminalised(catalogue.rows("laws"));
        }
        return series;
    }

    private void yearly(Table table, String selector, String column, String code, String year) {
        var cells = table.column(column);
        var codes = table.column(code);
        var years = table.column(year);
        var rows = rows(table, selector)
                .filter(i -> !Double.isNaN(cells.number(i)))
                .toArray();
        if (rows.length == 0) {
            return;
        }
        firstYear = (int) IntStream.of(rows).mapToDouble(years::number).min().orElseThrow();
        int span = (int) IntStream.of(rows).mapToDouble(years::number).max().orElseThrow() - firstYear + 1;
        for (int i : rows) {
            values.computeIfAbsent(codes.text(i), _ -> blank(span))[(int) years.number(i) - firstYear] =
                    cells.number(i);
        }
        sources.addAll(table.sources(rows));
    }

    private static IntStream rows(Table table, String selector) {
        var all = IntStream.range(0, table.rowCount());
        if (selector.isEmpty()) {
            return all;
        }
        var measures = table.column("measure");
        int wanted = measures.codeOf(selector);
        return all.filter(i -> measures.code(i) == wanted);
    }

    private static double[] blank(int years) {
        var blank = new double[years];
        Arrays.fill(blank, Double.NaN);
        return blank;
    }

    private void ratified(List<Row> rows, List<String> instruments) {
        for (var row : rows) {
            countries.add(row.text("iso3"));
            if (!instruments.contains(row.text("instrument"))) {
                continue;
            }
            var when = new ArrayList<String>();
            when.add(row.text("ratified"));
            if (row.table().has("party_by")) {
                when.add(row.text("party_by"));
            }
            if (!row.text("ratified").isEmpty()) {
                acts.add(row.text("iso3") + row.text("instrument"));
            }
            for (var text : when) {
                if (!text.isEmpty()) {
                    // A year alone counts from its last day, so that no act is dated too early.
                    var date =
                            text.length() == 4 ? LocalDate.of(Integer.parseInt(text), 12, 31) : LocalDate.parse(text);
                    dates.merge(row.text("iso3") + row.text("instrument"), date, (a, b) -> a.isBefore(b) ? a : b);
                    sources.addAll(row.sources());
                }
            }
        }
    }

    private void criminalised(List<Row> rows) {
        for (var row : rows) {
            String iso3 = row.text("iso3");
            var year = row.optionalInteger("year_criminalised");
            var last = row.optionalInteger("last_observed_year");
            if (year.isPresent()) {
                dates.put(iso3, LocalDate.of(year.getAsInt(), 1, 1));
            }
            if (last.isPresent()) {
                observedUntil.put(iso3, last.getAsInt());
            }
            if (year.isPresent() || last.isPresent()) {
                sources.addAll(row.sources());
            }
        }
    }

    /// The value for report year `t`; `NaN` where none is recorded.
    double value(String iso3, int t, int lag) {
        return switch (reading) {
            case Reading.Yearly _ -> at(iso3, t - lag);
            case Reading.LatestOfFive _ -> latest(iso3, t - lag);
            case Reading.Ratified(var instruments) -> count(iso3, endOfWindow(t, lag), instruments);
            case Reading.Criminalised _ -> law(iso3, t - lag);
        };
    }

    /// The value for report year `t` where it was measured in that very year; `NaN` where it was not, and for
    /// treaties where a country is known to be a party only from a later day, so that when it became one is not
    /// known.
    double measured(String iso3, int t, int lag) {
        return switch (reading) {
            case Reading.LatestOfFive _ -> at(iso3, t - lag);
            case Reading.Ratified(var instruments)
            when instruments.stream().anyMatch(i -> onlyPartyLater(iso3 + i, endOfWindow(t, lag))) -> Double.NaN;
            default -> value(iso3, t, lag);
        };
    }

    /// 31 March of the report's year, at a lag of 1.
    private static LocalDate endOfWindow(int t, int lag) {
        return LocalDate.of(t - lag + 1, 3, 31);
    }

    private boolean onlyPartyLater(String key, LocalDate on) {
        var known = dates.get(key);
        return known != null && !acts.contains(key) && known.isAfter(on);
    }

    private double at(String iso3, int year) {
        var recorded = values.get(iso3);
        int at = year - firstYear;
        return recorded == null || at < 0 || at >= recorded.length ? Double.NaN : recorded[at];
    }

    private double latest(String iso3, int year) {
        for (int back = 0; back < 5; back++) {
            double value = at(iso3, year - back);
            if (!Double.isNaN(value)) {
                return value;
            }
        }
        return Double.NaN;
    }

    /// Unknown only for countries that no row of the treaty tables names.
    private double count(String iso3, LocalDate on, List<String> instruments) {
        if (!countries.contains(iso3)) {
            return Double.NaN;
        }
        int count = 0;
        for (var instrument : instruments) {
            var date = dates.get(iso3 + instrument);
            if (date != null && !date.isAfter(on)) {
                count++;
            }
        }
        return count;
    }

    private double law(String iso3, int year) {
        var since = dates.get(iso3);
        if (since != null && since.getYear() <= year) {
            return 1;
        }
        Integer until = observedUntil.get(iso3);
        return until != null && year <= until ? 0 : Double.NaN;
    }

    List<String> sources() {
        return List.copyOf(sources);
    }
}
