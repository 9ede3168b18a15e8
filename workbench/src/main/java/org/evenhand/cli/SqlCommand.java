package org.evenhand.cli;

import java.util.concurrent.Callable;
import org.evenhand.database.Query;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "sql",
        mixinStandardHelpOptions = true,
        description = "Ask the tables in SQL (DuckDB), read-only.",
        footer = {
            "",
            "Examples:",
            "  evenhand sql \"SHOW TABLES\"",
            "  evenhand sql \"SELECT report_year, count(*) AS n FROM tiers WHERE tier = '3' GROUP BY 1 ORDER BY 1\" --format csv"
        })
final class SqlCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "SQL", description = "One statement.")
    private String sql = "";

    @Mixin
    private final OutputOptions output = new OutputOptions();

    SqlCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        output.print(
                session, Query.answer(session.catalogue(), session.database(), sql), "evenhand sql \"" + sql + "\"");
        return 0;
    }
}
