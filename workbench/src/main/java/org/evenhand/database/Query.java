package org.evenhand.database;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.core.BadRequest;
import org.evenhand.document.Cell;
import org.evenhand.document.Cell.Absence;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;

/// A user's own question in SQL. The database is opened read-only and without access to other files.
public final class Query {
    private static final int MOST = 100_000;

    private Query() {}

    /// Answers one statement. Cells are labels, not figures: what a query computes has no passport, and the table says
    /// so.
    ///
    /// @throws BadRequest if the statement is refused, with the database's own words
    public static DataTable answer(Catalogue catalogue, Path folder, String sql) {
        try (var connection = CatalogueDatabase.open(catalogue, folder);
                var statement = connection.createStatement()) {
            statement.execute("SET enable_external_access = false");
            statement.execute("SET lock_configuration = true");
            statement.setMaxRows(MOST);
            try (var result = statement.executeQuery(sql)) {
                return table(result, sql);
            }
        } catch (SQLException e) {
            throw new BadRequest(
                    "The query was refused: " + CatalogueDatabase.firstLine(e),
                    "Correct the SQL; `evenhand sql \"SHOW TABLES\"` lists the tables, `DESCRIBE tiers` the columns of one.");
        }
    }

    private static DataTable table(ResultSet result, String sql) throws SQLException {
        var meta = result.getMetaData();
        var columns = new ArrayList<Column>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(Column.of(meta.getColumnLabel(i), meta.getColumnLabel(i)));
        }
        var rows = new ArrayList<List<Cell>>();
        while (result.next()) {
            var cells = new ArrayList<Cell>();
            for (int i = 1; i <= columns.size(); i++) {
                Object value = result.getObject(i);
                cells.add(value == null ? Cell.absent(Absence.NOT_RECORDED) : Cell.words(value.toString()));
            }
            rows.add(cells);
        }
        return new DataTable(
                "query",
                sql.strip().replaceAll("\\s+", " "),
                columns,
                rows,
                "A query's own arithmetic has no passport; the sources column of each table names where its facts come from.");
    }
}
