package org.evenhand.listing;

import org.evenhand.catalogue.Region;

/// Which rows are asked for.
///
/// @param region the countries
/// @param firstYear first year, included
/// @param lastYear last year, included
/// @param command the command that asked, for the passports
public record Scope(Region region, int firstYear, int lastYear, String command) {
    public Scope {
        if (firstYear > lastYear) {
            throw new IllegalArgumentException("years %d to %d are empty".formatted(firstYear, lastYear));
        }
    }

    public boolean has(int year) {
        return year >= firstYear && year <= lastYear;
    }

    /// For captions, for example "Latin America and the Caribbean, 2014".
    public String label() {
        String years = firstYear == lastYear ? Integer.toString(firstYear) : firstYear + "–" + lastYear;
        return region.label() + ", " + years;
    }
}
