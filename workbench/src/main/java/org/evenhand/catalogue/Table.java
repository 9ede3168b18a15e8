package org.evenhand.catalogue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.evenhand.core.Basis;

/// A checked table, read-only. Cells are text as in the file; blank means unknown.
public final class Table {
    private static final String SOURCES = "sources";

    private final TableInfo info;
    private final int rowCount;
    private final Column[] columns;
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<String> packageSources;

    Table(TableInfo info, int rowCount, Column[] columns) {
        this.info = info;
        this.rowCount = rowCount;
        this.columns = columns;
        for (int i = 0; i < info.fields().size(); i++) {
            positions.put(info.fields().get(i).name(), i);
        }
        this.packageSources = List.copyOf(info.sources().keySet());
    }

    public TableInfo info() {
        return info;
    }

    public int rowCount() {
        return rowCount;
    }

    /// The position of a column.
    ///
    /// @throws IllegalArgumentException if the table has no such column
    public int position(String column) {
        Integer position = positions.get(column);
        if (position == null) {
            throw new IllegalArgumentException("table %s has no column %s".formatted(info.name(), column));
        }
        return position;
    }

    /// A column, to be read row by row.
    ///
    /// @throws IllegalArgumentException if the table has no such column
    public Column column(String name) {
        return columns[position(name)];
    }

    public boolean has(String column) {
        return positions.containsKey(column);
    }

    public Row row(int index) {
        return new Row(this, index);
    }

    /// All rows in file order.
    public List<Row> rows() {
        var rows = new ArrayList<Row>(rowCount);
        for (int i = 0; i < rowCount; i++) {
            rows.add(new Row(this, i));
        }
        return rows;
    }

    /// The rows whose cell in `column` is `value`, in file order.
    public List<Row> where(String column, String value) {
        var rows = new ArrayList<Row>();
        for (int i : columns[position(column)].rowsOf(value)) {
            rows.add(new Row(this, i));
        }
        return rows;
    }

    /// The distinct texts of a column, in order of first appearance.
    public List<String> distinct(String column) {
        return columns[position(column)].distinctTexts();
    }

    /// The rows that pass, in file order.
    public List<Row> where(Predicate<Row> wanted) {
        var found = new ArrayList<Row>();
        for (int i = 0; i < rowCount; i++) {
            var row = new Row(this, i);
            if (wanted.test(row)) {
                found.add(row);
            }
        }
        return found;
    }

    /// Keys of the sources of these rows, sorted.
    public TreeSet<String> sources(int[] rows) {
        var keys = new TreeSet<String>();
        Integer position = positions.get(SOURCES);
        if (position == null) {
            keys.addAll(rows.length == 0 ? List.of() : packageSources);
            return keys;
        }
        var seen = new BitSet();
        for (int row : rows) {
            int code = columns[position].code(row);
            if (!seen.get(code)) {
                seen.set(code);
                keys.addAll(sources(row));
            }
        }
        return keys;
    }

    OptionalDouble number(int row, String column) {
        double number = columns[position(column)].number(row);
        return Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
    }

    String text(int row, String column) {
        return columns[position(column)].text(row);
    }

    List<String> sources(int row) {
        Integer position = positions.get(SOURCES);
        if (position == null) {
            return packageSources;
        }
        String joined = columns[position].text(row);
        return joined.isEmpty() ? packageSources : List.of(joined.split("\\+"));
    }

    Basis basis(int row) {
        var basis = Basis.SOURCED;
        for (var key : sources(row)) {
            var source = info.sources().get(key);
            if (source != null) {
                basis = basis.weakest(source.basis());
            }
        }
        return basis;
    }
}
