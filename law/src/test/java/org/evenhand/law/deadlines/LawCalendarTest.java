package org.evenhand.law.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.evenhand.core.ReportYear;
import org.evenhand.law.rules.Statute;
import org.junit.jupiter.api.Test;

class LawCalendarTest {
    private final LawCalendar calendar = new LawCalendar(Statute.load());

    private static String line(Deadline d) {
        return "%s %s%s"
                .formatted(d.rule(), d.date().map(LocalDate::toString).orElse("-"), d.assumed() ? " assumed" : "");
    }

    @Test
    void theCycleOf2025CountedFromTheActualReport() {
        var days = calendar.of(ReportYear.of(2025), Map.of("report_date", LocalDate.of(2025, 9, 29)));
        assertThat(days.stream().map(LawCalendarTest::line))
                .containsExactly(
                        "CA-1 2025-03-31",
                        "CA-2 2025-06-30",
                        "CA-6 2025-10-01",
                        "CA-3 2025-11-13",
                        "CA-4 2025-11-13",
                        "CA-5 2025-12-28",
                        "CA-5 2025-12-28",
                        "CA-9 2026-02-01",
                        "CA-8 2026-03-28",
                        "CA-11 2026-06-15",
                        "CA-7 -",
                        "CA-10 -");
        assertThat(days)
                .allMatch(d -> !d.missed().isBlank()
                        && !d.what().isBlank()
                        && !d.duties().isEmpty());
        assertThat(days).filteredOn(d -> d.rule().equals("CA-2")).allMatch(Deadline::unverified);
        assertThat(days).filteredOn(d -> d.rule().equals("CA-5")).noneMatch(Deadline::unverified);
    }

    @Test
    void withoutAReportTheDueDateIsAssumedAndMarked() {
        var days = calendar.of(ReportYear.of(2019), Map.of("waiver_notice_date", LocalDate.of(2019, 6, 20)));
        assertThat(days.stream().map(LawCalendarTest::line))
                .contains("CA-4 2019-07-16 assumed", "CA-5 2019-08-30 assumed", "CA-7 2019-07-20", "CA-2 2019-06-01");
    }

    @Test
    void aDutyThatIsNotInForceHasNoDay() {
        assertThat(calendar.of(ReportYear.of(2014), Map.of()))
                .extracting(Deadline::rule)
                .doesNotContain("CA-11", "CA-3");
        assertThat(calendar.of(ReportYear.of(2013), Map.of()))
                .extracting(Deadline::rule)
                .contains("CA-11");
        assertThat(calendar.of(ReportYear.of(2003), Map.of()))
                .filteredOn(d -> d.rule().equals("CA-5"))
                .extracting(d -> String.join(" ", d.duties()))
                .containsExactly("NO-1");
        assertThat(calendar.of(ReportYear.of(2002), Map.of()))
                .extracting(Deadline::rule)
                .containsExactly("CA-2");
    }
}
