package org.evenhand.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.evenhand.database.Export;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Write every table as a file for other programs.",
        footer = {
            "",
            "Examples:",
            "  evenhand export tables/ --format parquet",
            "  evenhand export tables/ --format csv"
        })
final class ExportCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "DIR", description = "The folder; made if it is not there.")
    private Path folder = Path.of(".");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "parquet, csv or json; parquet where nothing is said.")
    private Export.Format format = Export.Format.PARQUET;

    ExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var files = Export.write(session.catalogue(), session.database(), folder, format);
        session.err().println("Wrote " + files.size() + " files to " + folder + ".");
        return 0;
    }
}
