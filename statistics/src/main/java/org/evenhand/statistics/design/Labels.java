package org.evenhand.statistics.design;

import java.util.Comparator;

/// The order of labels: numbers by size, everything else by characters, numbers first.
final class Labels {
    static final Comparator<String> ORDER = Labels::compare;

    private Labels() {}

    private static int compare(String a, String b) {
        boolean first = number(a);
        boolean second = number(b);
        if (first && second) {
            int order = Double.compare(Double.parseDouble(a), Double.parseDouble(b));
            return order != 0 ? order : a.compareTo(b);
        }
        return first == second ? a.compareTo(b) : first ? -1 : 1;
    }

    private static boolean number(String label) {
        return label.matches("[+-]?\\d+(\\.\\d+)?");
    }
}
