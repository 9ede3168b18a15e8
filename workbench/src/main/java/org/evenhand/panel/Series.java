package org.evenhand.panel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Row;

/// The recorded values of one variable, before its transformation.
final class Series {
    private final Reading reading;
    private final Map<String, Double> values = new HashMap<>();
    private final Map<String, LocalDate> dates = new HashMap<>();
    private final Map<String, Integer> observedUntil = new HashMap<>();
    private final Set<String> countries = new HashSet<>();
    private final TreeSet<String> sources = new TreeSet<>();

    private Series(Reading reading) {
        this.reading = reading;
    }

    static Series of(Catalogue catalogue, Reading reading) {
        var series = new Series(reading);
        switch (reading) {
            case Reading.Yearly y ->
                series.yearly(rows(catalogue, y.table(), y.selector()), y.column(), y.codeColumn(), y.yearColumn());
            case Reading.LatestOfFive l ->
                series.yearly(rows(catalogue, l.table(), l.selector()), l.column(), "iso3", l.yearColumn());
            case Reading.Ratified r -> {
                series.ratified(rows(catalogue, "treaties", ""), r.instruments());
                series.ratified(rows(catalogue, "treaties_update", ""), r.instruments());
            }
            case Reading.Criminalised _ -> series.criminalised(rows(catalogue, "laws", ""));
        }
        return series;
    }

    private static List<Row> rows(Catalogue catalogue, String table, String selector) {
        return catalogue
                .table(table)
                .map(t -> selector.isEmpty() ? t.rows() : t.where("measure", selector))
                .orElse(List.of());
    }

    private void yearly(List<Row> rows, String column, String code, String year) {
        for (var row : rows) {
            var number = row.number(column);
            if (number.isPresent()) {
                values.put(row.text(code) + row.text(year), number.getAsDouble());
                sources.addAll(row.sources());
            }
        }
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
            case Reading.Ratified(var instruments) -> count(iso3, LocalDate.of(t - lag + 1, 3, 31), instruments);
            case Reading.Criminalised _ -> law(iso3, t - lag);
        };
    }

    private double at(String iso3, int year) {
        return values.getOrDefault(iso3 + year, Double.NaN);
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
