package org.evenhand.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.evenhand.core.Basis;

/// One row of a table: typed access by column name. The table was checked when it was taken in, so a cell
/// that is not blank has the type that its schema says.
public record Row(Table table, int index) {
    /// The cell's text; empty where it is blank.
    public String text(String column) {
        return table.text(index, column);
    }

    public boolean blank(String column) {
        return text(column).isEmpty();
    }

    public Optional<String> optionalText(String column) {
        String text = text(column);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /// A whole number from a column that is never blank.
    public int integer(String column) {
        return Integer.parseInt(text(column));
    }

    public OptionalInt optionalInteger(String column) {
        String text = text(column);
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }

    public OptionalDouble number(String column) {
        return table.number(index, column);
    }

    /// A yes or no; empty where it is not recorded.
    public Optional<Boolean> flag(String column) {
        String text = text(column);
        return text.isEmpty() ? Optional.empty() : Optional.of(text.equals("1"));
    }

    /// Keys of the row's sources.
    public List<String> sources() {
        return table.sources(index);
    }

    /// The weakest basis among the row's sources.
    public Basis basis() {
        return table.basis(index);
    }
}
