package org.evenhand.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.core.BadRequest;

/// All tables as files, one a table, for other programs.
public final class Export {
    private Export() {}

    /// The file formats.
    public enum Format {
        PARQUET("parquet", "FORMAT parquet, COMPRESSION zstd"),
        CSV("csv", "FORMAT csv, HEADER true"),
        JSON("json", "FORMAT json, ARRAY true");

        private final String extension;
        private final String options;

        Format(String extension, String options) {
            this.extension = extension;
            this.options = options;
        }

        public String extension() {
            return extension;
        }
    }

    /// Writes every table into `target`, which is made if it is not there.
    ///
    /// @param folder where the database stands
    /// @return names of the files, in order of the tables
    /// @throws BadRequest if the folder cannot be written
    public static List<Path> write(Catalogue catalogue, Path folder, Path target, Format format) {
        var files = new ArrayList<Path>();
        try (var connection = CatalogueDatabase.open(catalogue, folder)) {
            Files.createDirectories(target);
            for (var name : catalogue.version().tables()) {
                Path file = target.resolve(name + "." + format.extension());
                try (var statement = connection.createStatement()) {
                    statement.execute("COPY %s TO '%s' (%s)"
                            .formatted(
                                    CatalogueDatabase.quoted(name),
                                    file.toString().replace("'", "''"),
                                    format.options));
                }
                files.add(file);
            }
            return files;
        } catch (IOException | SQLException e) {
            throw new BadRequest(
                    "%s cannot be written (%s).".formatted(target, CatalogueDatabase.firstLine(e)),
                    "Name a folder that you may write.");
        }
    }
}
