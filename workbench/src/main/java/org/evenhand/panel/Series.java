package org.evenhand.panel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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
    /// By country and treaty.
    private final Map<String, Map<String, Joined>> treaties = new HashMap<>();

    private final Set<String> countries = new HashSet<>();
    private final TreeSet<String> sources = new TreeSet<>();

    /// When a country became a party to a treaty.
    ///
    /// @param day the earliest on record
    /// @param act whether a day is that of an act, not only one by which it had been done
    private record Joined(LocalDate day, boolean act) {
        Joined and(Joined other) {
            return new Joined(other.day.isBefore(day) ? other.day : day, act || other.act);
        }

        boolean by(LocalDate on) {
            return !day.isAfter(on);
        }
    }

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
            boolean act = !row.text("ratified").isEmpty();
            for (var text : when) {
                if (!text.isEmpty()) {
                    // A year alone counts from its last day, so that no act is dated too early.
                    var day = text.length() == 4 ? LocalDate.of(Integer.parseInt(text), 12, 31) : LocalDate.parse(text);
                    treaties.computeIfAbsent(row.text("iso3"), _ -> new HashMap<>())
                            .merge(row.text("instrument"), new Joined(day, act), Joined::and);
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
            case Reading.Ratified _ -> count(iso3, endOfWindow(t, lag));
            case Reading.Criminalised _ -> law(iso3, t - lag);
        };
    }

    /// The value for report year `t` where it was measured in that very year; `NaN` where it was not, and for
    /// treaties where a country is known to be a party only from a later day, so that when it became one is not
    /// known.
    double measured(String iso3, int t, int lag) {
        return switch (reading) {
            case Reading.LatestOfFive _ -> at(iso3, t - lag);
            case Reading.Ratified _ when onlyPartyLater(iso3, endOfWindow(t, lag)) -> Double.NaN;
            default -> value(iso3, t, lag);
        };
    }

    /// 31 March of the report's year, at a lag of 1.
    private static LocalDate endOfWindow(int t, int lag) {
        return LocalDate.of(t - lag + 1, 3, 31);
    }

    private boolean onlyPartyLater(String iso3, LocalDate on) {
        for (var joined : joined(iso3)) {
            if (!joined.act() && !joined.by(on)) {
                return true;
            }
        }
        return false;
    }

    private Collection<Joined> joined(String iso3) {
        return treaties.getOrDefault(iso3, Map.of()).values();
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
    private double count(String iso3, LocalDate on) {
        if (!countries.contains(iso3)) {
            return Double.NaN;
        }
        int count = 0;
        for (var joined : joined(iso3)) {
            count += joined.by(on) ? 1 : 0;
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
