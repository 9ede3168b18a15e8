package org.evenhand.catalogue;

import java.util.Collections;
import java.util.SortedSet;

/// A set of countries with a name.
///
/// @param key as the user gives it: a bureau code, `LAC`, `WORLD`, or codes separated by commas
/// @param label for running text, for example "Latin America and the Caribbean"
/// @param countries alpha-3 codes
public record Region(String key, String label, SortedSet<String> countries) {
    public Region {
        countries = Collections.unmodifiableSortedSet(countries);
    }

    public boolean contains(String iso3) {
        return countries.contains(iso3);
    }
}
