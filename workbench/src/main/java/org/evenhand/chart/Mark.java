package org.evenhand.chart;

import org.evenhand.core.Basis;
import org.evenhand.core.Standing;

/// What is known of one place and year: a standing with its basis, or nothing.
public sealed interface Mark {
    /// A standing, `d` or `u` beside it where it was not read in a source.
    record Stands(Standing standing, Basis basis) implements Mark {}

    /// There is no record: hatched, and not to be read as any standing.
    record NoData() implements Mark {}

    /// There cannot be one, for example before the jurisdiction existed: left blank.
    record Blank() implements Mark {}

    Mark NO_DATA = new NoData();
    Mark BLANK = new Blank();

    static Mark of(Standing standing, Basis basis) {
        return new Stands(standing, basis);
    }
}
