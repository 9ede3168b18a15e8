package org.evenhand.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.evenhand.core.BadRequest;
import org.evenhand.listing.SourceListing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "sources",
        mixinStandardHelpOptions = true,
        description = "The sources behind the numbers, with licence and the tables that rest on each.",
        footer = {"", "Examples:", "  evenhand sources", "  evenhand sources pd-2014"})
final class SourcesCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(arity = "0..1", paramLabel = "KEY", description = "Only the source with this key.")
    @Nullable
    private String key;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    SourcesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var table = SourceListing.of(session.catalogue(), Optional.ofNullable(key));
        if (key != null && table.rows().isEmpty()) {
            throw new BadRequest(
                    "No source has the key '%s'.".formatted(key), "`evenhand sources --format csv` lists all keys.");
        }
        output.print(session, table, "evenhand sources" + (key == null ? "" : " " + key));
        return 0;
    }
}
