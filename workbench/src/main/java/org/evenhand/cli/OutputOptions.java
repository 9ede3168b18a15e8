package org.evenhand.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.core.BadRequest;
import org.evenhand.core.Source;
import org.evenhand.document.DataTable;
import org.evenhand.document.Document;
import org.evenhand.document.NamedSources;
import org.evenhand.document.Provenance;
import org.evenhand.document.Structure;
import org.evenhand.print.Answer;
import org.evenhand.print.CsvPrinter;
import org.evenhand.print.Format;
import org.evenhand.print.JsonPrinter;
import org.evenhand.print.Printer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options that say how and where an answer is printed.
final class OutputOptions {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table, csv, json, markdown, html or pdf; table where nothing is said.")
    private String format = "table";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to this file instead of standard output.")
    @Nullable
    private Path file;

    @Option(
            names = "--table",
            paramLabel = "NAME",
            description = "Only this table of the answer, in any format; csv needs it where an answer has several.")
    @Nullable
    private String wanted;

    /// Prints one table.
    void print(Session session, DataTable table, String command) {
        print(session, table, command, false);
    }

    /// Prints one table; in a terminal with its reasoning trees if `reasons`.
    void print(Session session, DataTable table, String command, boolean reasons) {
        if (wanted != null && !wanted.equals(table.id())) {
            throw noSuchTable(List.of(table.id()));
        }
        var catalogue = session.catalogue();
        if (session.takes()) {
            session.take(new Answer.Listing(table, sources(catalogue, table), provenance(catalogue, command), reasons));
            return;
        }
        var chosen = format();
        var bytes = Printer.print(
                table,
                needsSources(chosen) ? sources(catalogue, table) : new TreeMap<>(),
                provenance(catalogue, command),
                chosen,
                session.screen().withReasons(reasons));
        write(session, bytes);
    }

    /// Prints a document, or one table of it: the one named, and as CSV the only one.
    ///
    /// @throws BadRequest if no table is so named, or if CSV is asked of several
    void print(Session session, Document document) {
        printOne(session, document, needsOne(session) ? only(document.tables().sequencedKeySet()) : wanted);
    }

    /// The same; where CSV is asked for and no table is named, `main`.
    void print(Session session, Document document, String main) {
        printOne(session, document, needsOne(session) ? main : wanted);
    }

    /// Whether one table must be chosen: CSV holds no more, and none is named.
    private boolean needsOne(Session session) {
        return wanted == null && !session.takes() && format() == Format.CSV;
    }

    private void printOne(Session session, Document document, @Nullable String named) {
        if (named == null && session.takes()) {
            session.take(new Answer.Whole(document));
            return;
        }
        var chosen = format();
        if (named == null) {
            write(session, Printer.print(document, chosen, session.screen()));
            return;
        }
        var tables = document.tables();
        var table = tables.get(named);
        if (table == null) {
            throw noSuchTable(tables.sequencedKeySet());
        }
        if (session.takes()) {
            session.take(new Answer.Listing(table, document.sources(), document.provenance(), false));
            return;
        }
        write(session, Printer.print(table, document.sources(), document.provenance(), chosen, session.screen()));
    }

    private static String only(SequencedSet<String> names) {
        if (names.size() == 1) {
            return names.getFirst();
        }
        throw new BadRequest(
                "--format csv holds one table, and this answer has %s.".formatted(names.isEmpty() ? "none" : "several"),
                names.isEmpty() ? "Ask for --format json." : "Add --table NAME: " + String.join(", ", names) + ".");
    }

    private BadRequest noSuchTable(Collection<String> names) {
        return new BadRequest(
                "--table: this answer has no table '%s'.".formatted(wanted),
                names.isEmpty() ? "It has none." : "Use " + String.join(", ", names) + ".");
    }

    /// Prints an answer that has a form of its own for machines: `structure` as JSON, `table` as CSV, else the
    /// document.
    void print(Session session, Document document, DataTable table, Structure structure) {
        if (wanted != null) {
            print(session, document);
            return;
        }
        if (session.takes()) {
            session.take(new Answer.Shaped(document, table, structure));
            return;
        }
        switch (format()) {
            case JSON -> write(session, JsonPrinter.print(structure).getBytes(StandardCharsets.UTF_8));
            case CSV -> write(session, CsvPrinter.print(table).getBytes(StandardCharsets.UTF_8));
            case TABLE, MARKDOWN, HTML, PDF -> print(session, document);
        }
    }

    /// Prints a file for other programs: `csv` as CSV, else the document that says what is in it.
    void printFile(Session session, Document document, Supplier<String> csv) {
        if (session.takes() && wanted == null) {
            session.take(new Answer.Written(document, csv.get()));
        } else if (needsOne(session)) {
            write(session, csv.get().getBytes(StandardCharsets.UTF_8));
        } else {
            printOne(session, document, wanted);
        }
    }

    Format format() {
        return Format.of(format)
                .orElseThrow(() -> new BadRequest(
                        "--format: '%s' is not a format.".formatted(format),
                        "Use one of "
                                + Arrays.stream(Format.values())
                                        .map(Format::label)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private static boolean needsSources(Format format) {
        return switch (format) {
            case TABLE, CSV, JSON -> false;
            case MARKDOWN, HTML, PDF -> true;
        };
    }

    private static SortedMap<String, Source> sources(Catalogue catalogue, DataTable table) {
        return catalogue.sources(NamedSources.of(table));
    }

    /// What remakes an answer of this catalogue.
    static Provenance provenance(Catalogue catalogue, String command) {
        return new Provenance(
                command,
                Evenhand.VERSION,
                catalogue.version().checksum(),
                catalogue.version().date());
    }

    void write(Session session, byte[] bytes) {
        if (file == null) {
            session.out().writeBytes(bytes);
            session.out().flush();
            return;
        }
        try {
            var target = file.toAbsolutePath();
            Path beside = target.resolveSibling("." + target.getFileName() + ".part");
            Files.write(beside, bytes);
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException e) {
            throw new BadRequest("-o: the folder of %s does not exist.".formatted(file), "Make the folder first.");
        } catch (IOException e) {
            throw new BadRequest(
                    "-o: %s cannot be written (%s).".formatted(file, e.getMessage()),
                    "Name a file that you may write.");
        }
    }
}
