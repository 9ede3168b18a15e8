package org.evenhand.intake;

import java.util.List;

/// What a description says of a table with one row a person: such rows are counted at intake and go no further.
///
/// @param threshold the smallest number of people that its publisher lets be printed, at least 2
/// @param dimensions the columns to count by, one to four
record Microdata(long threshold, List<String> dimensions) {
    Microdata {
        dimensions = List.copyOf(dimensions);
    }
}
