package org.evenhand.fit;

import java.util.List;

/// The order of values that have none of their own: numbers by size, then everything else by characters.
final class Levels {
    /// A column that no file can have, since names in a header are stripped.
    static final String KEPT = " outcome among the levels ";

    private Levels() {}

    static List<String> sorted(List<String> values) {
        return values.stream()
                .distinct()
                .sorted((a, b) -> {
                    boolean first = a.matches("[+-]?\\d+(\\.\\d+)?");
                    boolean second = b.matches("[+-]?\\d+(\\.\\d+)?");
                    return first && second
                            ? Double.compare(Double.parseDouble(a), Double.parseDouble(b))
                            : first == second ? a.compareTo(b) : first ? -1 : 1;
                })
                .toList();
    }
}
