package org.evenhand.catalogue;

import org.evenhand.core.Unit;

/// A measure of an interest: one thing that can be counted or read off a list.
///
/// @param key for example `us_imports_usd`
/// @param interest the interest that it speaks to
/// @param table the table that holds it
/// @param column the column that holds it
/// @param yearColumn the column with the year
/// @param selector value of the table's `measure` column; empty where the table holds one measure a column
/// @param period `calendar`, `fiscal` or `five_yearly`
/// @param unit unit key of the data
/// @param title what it is, for people
public record Measure(
        String key,
        Interest interest,
        String table,
        String column,
        String yearColumn,
        String selector,
        String period,
        String unit,
        String title) {
    /// Whether it is a yes or no rather than a quantity.
    public boolean yesNo() {
        return unit.equals("yes_no");
    }

    /// The unit of its figures.
    public Unit figureUnit() {
        return Unit.ofKey(unit);
    }
}
