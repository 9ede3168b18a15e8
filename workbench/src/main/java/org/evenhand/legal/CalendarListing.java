package org.evenhand.legal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.core.ReportYear;
import org.evenhand.document.Cell;
import org.evenhand.document.Cell.Absence;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.law.deadlines.Deadline;

/// The deadlines of one report as a table.
public final class CalendarListing {
    private CalendarListing() {}

    public static DataTable of(ReportYear year, List<Deadline> deadlines) {
        var rows = new ArrayList<List<Cell>>();
        for (var deadline : deadlines) {
            rows.add(List.of(
                    deadline.date().map(LocalDate::toString).map(Cell::words).orElse(Cell.absent(Absence.NOT_RECORDED)),
                    Cell.words(deadline.rule()),
                    Cell.words(deadline.what()),
                    Cell.items(deadline.duties()),
                    Cell.words(deadline.missed()),
                    Cell.words(deadline.citation().text()),
                    Cell.flag(deadline.assumed()),
                    Cell.flag(deadline.unverified())));
        }
        return new DataTable(
                "law-calendar",
                "Deadlines that belong to the %s report".formatted(year),
                List.of(
                        Column.of("date", "Day"),
                        Column.of("rule", "Rule"),
                        Column.of("what", "What"),
                        Column.of("duties", "Duty under"),
                        Column.of("missed", "If missed"),
                        Column.of("citation", "Provision"),
                        Column.of("assumed", "Assumed"),
                        Column.of("unverified", "Unverified")),
                rows,
                "Assumed: counted from the day on which the Report was due, for want of the actual day. A day that is not"
                        + " recorded is counted from an event that was not given.");
    }
}
