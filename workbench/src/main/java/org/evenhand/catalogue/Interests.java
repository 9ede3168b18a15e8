package org.evenhand.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.evenhand.core.Basis;

/// The measures of U.S. interests and their values by country and year.
public final class Interests {
    private final Catalogue catalogue;
    private final List<Measure> measures;

    private Interests(Catalogue catalogue, List<Measure> measures) {
        this.catalogue = catalogue;
        this.measures = measures;
    }

    /// A recorded value.
    ///
    /// @param value the number; 0 or 1 for a yes or no
    /// @param basis sourced, derived or unverified
    /// @param sources source keys
    public record Value(double value, Basis basis, List<String> sources) {
        public Value {
            sources = List.copyOf(sources);
        }
    }

    public static Interests of(Catalogue catalogue) {
        return catalogue.facts(Interests.class, Interests::load);
    }

    private static Interests load(Catalogue catalogue) {
        var measures = new ArrayList<Measure>();
        catalogue.table("interest_measures").ifPresent(table -> {
            for (var row : table.rows()) {
                measures.add(new Measure(
                        row.text("measure"),
                        Interest.ofKey(row.text("interest")),
                        row.text("table"),
                        row.text("column"),
                        row.text("year_column"),
                        row.text("selector"),
                        row.text("period"),
                        row.text("unit"),
                        row.text("title")));
            }
        });
        return new Interests(catalogue, measures);
    }

    public List<Measure> all() {
        return Collections.unmodifiableList(measures);
    }

    /// The measures of one interest, in order of their keys.
    public List<Measure> of(Interest interest) {
        return measures.stream().filter(m -> m.interest() == interest).toList();
    }

    public Optional<Measure> measure(String key) {
        return measures.stream().filter(m -> m.key().equals(key)).findFirst();
    }

    /// Whether the table that holds the measure is there.
    public boolean available(Measure measure) {
        return catalogue.has(measure.table());
    }

    /// The value for a country and year; empty where none was found, which is never zero.
    public Optional<Value> value(Measure measure, String iso3, int year) {
        var table = catalogue.table(measure.table());
        if (table.isEmpty()) {
            return Optional.empty();
        }
        String wanted = Integer.toString(year);
        for (var row : table.get().where("iso3", iso3)) {
            if (row.text(measure.yearColumn()).equals(wanted)
                    && (measure.selector().isEmpty() || row.text("measure").equals(measure.selector()))) {
                var number = row.number(measure.column());
                if (number.isPresent()) {
                    return Optional.of(new Value(number.getAsDouble(), row.basis(), row.sources()));
                }
            }
        }
        return Optional.empty();
    }
}
