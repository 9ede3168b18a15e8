package org.evenhand.cli;

import java.nio.file.Path;
import org.evenhand.catalogue.ProtectedCounts;
import org.evenhand.intake.Intake;
import org.evenhand.listing.DataDocument;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        description = "Check or describe the tables, or add your own.",
        footer = {
            "",
            "Examples:",
            "  evenhand data check",
            "  evenhand data describe --format markdown -o data.md",
            "  evenhand data add my-tables/"
        })
final class DataCommand implements Runnable {
    private final Session session;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    DataCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "What should be done with the data? Say check, describe or add.");
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Run every check on the shipped tables, or on those of another folder; changes nothing.")
    int check(
            @Option(names = "--data", paramLabel = "DIR", description = "A folder of data packages.") @Nullable
                    Path data) {
        var report = Intake.check(data == null ? session.data() : data);
        session.out()
                .printf(
                        java.util.Locale.ROOT,
                        "%d tables, %,d rows, %,d cells: all checks passed.%nSHA-256 %s%n",
                        report.tables().size(),
                        report.rows(),
                        report.cells(),
                        report.checksum());
        return 0;
    }

    @Command(
            name = "describe",
            mixinStandardHelpOptions = true,
            description = "Describe the tables from the data: rows by basis and year, gaps, licences, notes.")
    int describe(@CommandLine.Mixin OutputOptions output) {
        var catalogue = session.catalogue();
        output.print(
                session, DataDocument.of(catalogue, OutputOptions.provenance(catalogue, "evenhand data describe")));
        return 0;
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = {
                "Add your own tables: a folder with a data package, or with several. They are checked together with the shipped"
                        + " ones, kept in your own data folder, and shown as yours (yours:KEY) wherever they are used.",
                "The folder is $EVENHAND_DATA, or $XDG_DATA_HOME/evenhand, or ~/.local/share/evenhand."
            })
    int add(@Parameters(paramLabel = "DIR", description = "The folder.") Path folder) {
        var report = session.userTables().add(folder, session.data());
        session.out()
                .printf(
                        java.util.Locale.ROOT,
                        "Added %s: %,d rows. They are kept in %s.%n",
                        String.join(", ", report.tables()),
                        report.rows(),
                        session.userHome());
        var counted = report.tables().stream()
                .filter(ProtectedCounts.names(session.catalogue())::contains)
                .toList();
        if (!counted.isEmpty()) {
            session.out()
                    .printf(
                            java.util.Locale.ROOT,
                            "Of %s the rows are counts of people with small ones withheld; no command has more.%n",
                            String.join(", ", counted));
        }
        return 0;
    }

    @Command(name = "prepare", hidden = true, description = "Check the shipped tables and prepare the catalogue.")
    int prepare() {
        var report = Intake.prepare(session.data(), session.prepared());
        session.err()
                .printf(
                        java.util.Locale.ROOT,
                        "Prepared %d tables, %,d rows.%n",
                        report.tables().size(),
                        report.rows());
        return 0;
    }
}
