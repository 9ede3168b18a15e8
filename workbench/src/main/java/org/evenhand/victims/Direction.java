package org.evenhand.victims;

import java.util.Optional;
import org.evenhand.catalogue.Countries;
import org.evenhand.catalogue.Region;
import org.evenhand.core.Bureau;

/// Where a route that starts in a region goes.
enum Direction {
    AT_HOME("within one country"),
    WITHIN("to other countries of the region"),
    UNITED_STATES("to the United States"),
    AMERICAS("to the rest of the Americas"),
    EUROPE("to Europe"),
    ASIA("to Asia (East, South and Central) and the Pacific"),
    NEAR_EAST("to the Near East"),
    AFRICA("to Africa"),
    ELSEWHERE("elsewhere");

    private final String label;

    Direction(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /// Whether the country is in Asia, the Near East included: for transit.
    static boolean asian(String iso3, Countries countries) {
        return switch (area(iso3, countries)) {
            case ASIA, NEAR_EAST -> true;
            case AT_HOME, WITHIN, UNITED_STATES, AMERICAS, EUROPE, AFRICA, ELSEWHERE -> false;
        };
    }

    /// The direction of a route from `origin`, a country of `region`.
    static Direction of(String origin, String destination, Region region, Countries countries) {
        if (origin.equals(destination)) {
            return AT_HOME;
        }
        if (destination.equals("USA")) {
            return UNITED_STATES;
        }
        return region.contains(destination) ? WITHIN : area(destination, countries);
    }

    private static Direction area(String iso3, Countries countries) {
        Optional<Bureau> bureau = countries.of(iso3).flatMap(country -> country.bureau());
        if (bureau.isEmpty()) {
            return ELSEWHERE;
        }
        return switch (bureau.get()) {
            case WHA -> AMERICAS;
            case EUR -> EUROPE;
            case EAP, SCA -> ASIA;
            case NEA -> NEAR_EAST;
            case AF -> AFRICA;
        };
    }
}
