package org.evenhand.core;

import java.time.LocalDate;
import java.util.Optional;

/// A jurisdiction that the report may assess: a state, or a territory assessed as if it were one (Hong Kong, Aruba …).
///
/// @param iso3 ISO 3166-1 alpha-3, or `XKX`, or the code of a former jurisdiction (`ANT`, `SCG`, `YUG`)
/// @param name English short name
/// @param officialName the State Department's form of the name
/// @param bureau the regional bureau; empty for territories that no bureau reports on
/// @param subregion UN M49 subregion
/// @param latinAmericaAndCaribbean in UN M49's "Latin America and the Caribbean"
/// @param validFrom when the jurisdiction began, where known
/// @param validTo when it ended, if it did
/// @param assessed whether it may have a placement of its own
public record Country(
        String iso3,
        String name,
        String officialName,
        Optional<Bureau> bureau,
        String subregion,
        boolean latinAmericaAndCaribbean,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo,
        boolean assessed)
        implements Comparable<Country> {
    public Country {
        if (!iso3.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("'%s' is not a three-letter country code".formatted(iso3));
        }
    }

    @Override
    public int compareTo(Country other) {
        return iso3.compareTo(other.iso3);
    }
}
