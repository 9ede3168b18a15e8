package org.evenhand.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.FieldType;
import org.evenhand.catalogue.Row;
import org.evenhand.catalogue.Table;
import org.evenhand.core.BadData;

/// One DuckDB file that holds every table of a catalogue. It is built beside and moved into place, so that
/// readers never see a half-built one, and named by the data's checksum, so that changed data never meet an
/// old file.
public final class CatalogueDatabase {
    private CatalogueDatabase() {}

    /// Opens the database of this catalogue for reading; builds it in `folder` first if it is not there.
    ///
    /// @throws BadData if the file cannot be written or opened
    static Connection open(Catalogue catalogue, Path folder) {
        Path file = folder.resolve("evenhand-" + catalogue.version().checksum().substring(0, 16) + ".duckdb");
        try {
            if (!Files.exists(file)) {
                build(catalogue, folder, file);
            }
            var options = new Properties();
            options.setProperty("duckdb.read_only", "true");
            return DriverManager.getConnection("jdbc:duckdb:" + file, options);
        } catch (SQLException | IOException e) {
            throw new BadData(
                    "The database %s cannot be built or opened (%s).".formatted(file, firstLine(e)),
                    "Check the folder, its permissions and the free space, or delete the file to have it built again.");
        }
    }

    static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static void build(Catalogue catalogue, Path folder, Path file) throws SQLException, IOException {
        Files.createDirectories(folder);
        Path scratch = Files.createTempDirectory(folder, "building");
        Path part = scratch.resolve("evenhand.duckdb");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:" + part).unwrap(DuckDBConnection.class)) {
            for (var name : catalogue.version().tables()) {
                var table = catalogue.table(name);
                if (table.isPresent()) {
                    load(connection, table.get());
                }
            }
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        try (var left = Files.list(scratch)) {
            for (var each : left.toList()) {
                Files.deleteIfExists(each);
            }
        }
        Files.deleteIfExists(scratch);
    }

    private static void load(DuckDBConnection connection, Table table) throws SQLException {
        var columns = new StringBuilder();
        for (var field : table.info().fields()) {
            columns.append(columns.isEmpty() ? "" : ", ")
                    .append(quoted(field.name()))
                    .append(' ')
                    .append(sqlType(field.type()));
        }
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + quoted(table.info().name()) + " (" + columns + ")");
        }
        try (var appender = connection.createAppender(
                DuckDBConnection.DEFAULT_SCHEMA, table.info().name())) {
            for (var row : table.rows()) {
                appender.beginRow();
                for (var field : table.info().fields()) {
                    append(appender, row, field.name(), field.type());
                }
                appender.endRow();
            }
        }
    }

    private static void append(org.duckdb.DuckDBAppender appender, Row row, String column, FieldType type)
            throws SQLException {
        String text = row.text(column);
        if (text.isEmpty()) {
            appender.appendNull();
            return;
        }
        switch (type) {
            case STRING -> appender.append(text);
            case INTEGER -> appender.append(Long.parseLong(text));
            case YEAR -> appender.append(Integer.parseInt(text));
            case NUMBER -> appender.append(Double.parseDouble(text));
            case BOOLEAN -> appender.append(text.equals("1"));
            case DATE -> appender.append(java.time.LocalDate.parse(text));
        }
    }

    private static String sqlType(FieldType type) {
        return switch (type) {
            case STRING -> "VARCHAR";
            case INTEGER -> "BIGINT";
            case YEAR -> "INTEGER";
            case NUMBER -> "DOUBLE";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
        };
    }

    /// A name as an SQL identifier. Table and column names come from checked schemas.
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
