package org.evenhand.sanctions;

import java.util.Optional;
import java.util.OptionalDouble;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Interests;
import org.evenhand.core.Unranked;
import org.evenhand.document.Grounds;

/// Events that are called instability, each with its yardstick.
enum Upheaval {
    SPECIAL_CASE("special case in the report") {
        @Override
        Optional<Boolean> inYear(Record record, String iso3, int year, Grounds grounds) {
            var placement = record.catalogue.placements().of(iso3, year);
            placement.ifPresent(p -> grounds.add(p.basis(), p.sources()));
            return placement.map(p -> p.standing() == Unranked.SPECIAL_CASE);
        }
    },
    COUP("coup attempt") {
        @Override
        Optional<Boolean> inYear(Record record, String iso3, int year, Grounds grounds) {
            return atLeast(record.value("coup_attempts", iso3, year, grounds), 1);
        }
    },
    CONFLICT("armed conflict of the government, 25 or more battle deaths in a year") {
        @Override
        Optional<Boolean> inYear(Record record, String iso3, int year, Grounds grounds) {
            return atLeast(record.value("armed_conflict", iso3, year, grounds), 1);
        }
    },
    BREAKDOWN("electoral democracy index down by 0.1 or more from the year before the span") {
        @Override
        Optional<Boolean> happened(Record record, String iso3, int first, int last, Grounds grounds) {
            var base = record.value(INDEX, iso3, first - 1, grounds);
            if (base.isEmpty()) {
                return Optional.empty();
            }
            boolean gap = false;
            for (int year = first; year <= last; year++) {
                var value = record.value(INDEX, iso3, year, grounds);
                // Half a thousandth: the index is published to three digits.
                if (value.isPresent() && base.getAsDouble() - value.getAsDouble() >= FALL - 0.0005) {
                    return Optional.of(true);
                }
                gap |= value.isEmpty();
            }
            return gap ? Optional.empty() : Optional.of(false);
        }

        @Override
        Optional<Boolean> inYear(Record record, String iso3, int year, Grounds grounds) {
            return happened(record, iso3, year, year, grounds);
        }
    };

    private static final String INDEX = "electoral_democracy_index";
    private static final double FALL = 0.1;

    private final String label;

    Upheaval(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /// Whether it happened in a year; empty where that is not recorded.
    abstract Optional<Boolean> inYear(Record record, String iso3, int year, Grounds grounds);

    /// Whether it happened in any of the years; empty where it is not seen and a year is not recorded.
    Optional<Boolean> happened(Record record, String iso3, int first, int last, Grounds grounds) {
        boolean gap = false;
        for (int year = first; year <= last; year++) {
            var here = inYear(record, iso3, year, grounds);
            if (here.orElse(false)) {
                return here;
            }
            gap |= here.isEmpty();
        }
        return gap ? Optional.empty() : Optional.of(false);
    }

    private static Optional<Boolean> atLeast(OptionalDouble value, double threshold) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value.getAsDouble() >= threshold);
    }

    /// Where the events are looked up.
    static final class Record {
        private final Catalogue catalogue;
        private final Interests interests;

        Record(Catalogue catalogue) {
            this.catalogue = catalogue;
            this.interests = Interests.of(catalogue);
        }

        private OptionalDouble value(String measure, String iso3, int year, Grounds grounds) {
            var found = interests.measure(measure).flatMap(m -> interests.value(m, iso3, year));
            found.ifPresent(v -> grounds.add(v.basis(), v.sources()));
            return found.map(v -> OptionalDouble.of(v.value())).orElse(OptionalDouble.empty());
        }
    }
}
