package org.evenhand.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenhand.assessment.AssessmentFile;
import org.evenhand.assessment.AssessmentSchema;
import org.evenhand.assessment.Template;
import org.evenhand.assessment.VerdictSheet;
import org.evenhand.clock.RecordedHistories;
import org.evenhand.core.BadRequest;
import org.evenhand.core.Country;
import org.evenhand.core.ReportYear;
import org.evenhand.document.Document;
import org.evenhand.document.NamedSources;
import org.evenhand.document.Section;
import org.evenhand.law.Fact;
import org.evenhand.law.Kind;
import org.evenhand.law.LawDiff;
import org.evenhand.law.assessment.Bench;
import org.evenhand.law.audit.Audit;
import org.evenhand.law.deadlines.LawCalendar;
import org.evenhand.law.rules.Statute;
import org.evenhand.legal.AuditSheet;
import org.evenhand.legal.CalendarListing;
import org.evenhand.legal.DiffSheet;
import org.evenhand.legal.Explanation;
import org.evenhand.legal.RecordedCase;
import org.evenhand.legal.RuleListing;
import org.evenhand.legal.RuleSheet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "law",
        mixinStandardHelpOptions = true,
        description = {
            "The Trafficking Victims Protection Act and the Child Soldiers Prevention Act as dated rules, by report year: what they"
                    + " say, what changed, what they made of the record, and what they make of an assessment.",
            "In our words, not legal advice: the statute controls."
        },
        footer = {
            "",
            "Examples:",
            "  evenhand law explain CHN 2013",
            "  evenhand law diff 2018 2019",
            "  evenhand law assess --template MEX 2014 -o mexico.yaml"
        })
final class LawCommand implements Runnable {
    private final Session session;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    LawCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "What about the law? Say rules, show, diff, explain, calendar, audit or assess.");
    }

    @Command(
            name = "rules",
            mixinStandardHelpOptions = true,
            description = "List the rules, all or those in force for one report.",
            footer = {"", "Example:", "  evenhand law rules --year 2019 --kind judgement"})
    int rules(
            @Option(names = "--year", paramLabel = "YEAR", description = "Only rules in force for this report.")
                    @Nullable
                    String year,
            @Option(names = "--kind", paramLabel = "KIND", description = "mechanical, judgement or mixed.") @Nullable
                    String kind,
            @Mixin OutputOptions output) {
        var listing = RuleListing.of(
                Statute.load().book(),
                optionalYear(year),
                Optional.ofNullable(kind).map(LawCommand::kind));
        output.print(session, listing, "evenhand law rules" + option("--year", year) + option("--kind", kind));
        return 0;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "One rule: what it asks, what follows, what is disputed, and its versions.",
            footer = {"", "Example:", "  evenhand law show WL-LIMIT"})
    int show(
            @Parameters(paramLabel = "RULE", description = "For example WL-LIMIT.") String id,
            @Option(names = "--year", paramLabel = "YEAR", description = "As it stood for this report.") @Nullable
                    String year,
            @Mixin OutputOptions output) {
        var book = Statute.load().book();
        var rule = book.rule(id);
        print(
                output,
                "law-rule",
                rule.title(),
                rule.citation().text(),
                RuleSheet.of(book, rule, optionalYear(year)),
                "evenhand law show " + rule.id() + option("--year", year));
        return 0;
    }

    @Command(
            name = "diff",
            mixinStandardHelpOptions = true,
            description = "What changed for assessors between two reports.",
            footer = {"", "Example:", "  evenhand law diff 2018 2019"})
    int diff(
            @Parameters(paramLabel = "YEAR", description = "One report.") String one,
            @Parameters(paramLabel = "YEAR", description = "Another report.") String two,
            @Mixin OutputOptions output) {
        var book = Statute.load().book();
        var diff = LawDiff.between(book, year(one).value(), year(two).value());
        print(
                output,
                "law-diff",
                "What changed from the %d to the %d report".formatted(diff.from(), diff.to()),
                "Every rule that may rule differently on the same facts",
                DiffSheet.of(book, diff),
                "evenhand law diff %s %s".formatted(one, two));
        return 0;
    }

    @Command(
            name = "explain",
            mixinStandardHelpOptions = true,
            description = "What the law made of one country in one report, with the trace of every step.",
            footer = {
                "",
                "Examples:",
                "  evenhand law explain CHN 2013",
                "  evenhand law explain GNQ 2021 --interpretation return-waiver=not-needed --format json"
            })
    int explain(
            @Parameters(paramLabel = "COUNTRY", description = "A country, by name or code.") String country,
            @Parameters(paramLabel = "YEAR", description = "A report.") String asked,
            @Option(
                            names = "--interpretation",
                            paramLabel = "NAME=READING",
                            description = "Take another reading of a disputed rule.")
                    @Nullable
                    List<String> interpretations,
            @Mixin OutputOptions output) {
        var catalogue = session.catalogue();
        var place = catalogue.countries().resolve(country);
        var year = year(asked);
        var readings = ClockCommand.readings(orNone(interpretations));
        var matter = RecordedCase.of(catalogue, place.iso3(), year, readings);
        print(
                output,
                "law-explanation",
                "%s in the %s report under the law".formatted(place.name(), year),
                "The statute as it stood for this report",
                Explanation.of(Statute.load(), matter),
                "evenhand law explain %s %s%s".formatted(place.iso3(), year, readings(interpretations)));
        return 0;
    }

    @Command(
            name = "calendar",
            mixinStandardHelpOptions = true,
            description = "Every deadline of one report: its day, its rule, and what happens when it is missed.",
            footer = {"", "Example:", "  evenhand law calendar --year 2025"})
    int calendar(
            @Option(names = "--year", required = true, paramLabel = "YEAR", description = "A report.") String asked,
            @Option(names = "--report-date", paramLabel = "DATE", description = "The day on which the Report came out.")
                    @Nullable
                    String report,
            @Option(
                            names = "--waiver-notice",
                            paramLabel = "DATE",
                            description = "The day Congress was told of a waiver.")
                    @Nullable
                    String notice,
            @Option(
                            names = "--child-soldier-waiver",
                            paramLabel = "DATE",
                            description = "The day of a child-soldier waiver.")
                    @Nullable
                    String waiver,
            @Mixin OutputOptions output) {
        var year = year(asked);
        var events = new TreeMap<String, LocalDate>();
        RecordedCase.released(session.catalogue(), year).ifPresent(f -> events.put("report_date", day(f)));
        event(events, "report_date", "--report-date", report);
        event(events, "waiver_notice_date", "--waiver-notice", notice);
        event(events, "cspa_waiver_date", "--child-soldier-waiver", waiver);
        output.print(
                session,
                CalendarListing.of(year, new LawCalendar(Statute.load()).of(year, events)),
                "evenhand law calendar --year " + year + option("--report-date", report)
                        + option("--waiver-notice", notice) + option("--child-soldier-waiver", waiver));
        return 0;
    }

    @Command(
            name = "audit",
            mixinStandardHelpOptions = true,
            description = "Replay the whole recorded history and list what the mechanical rules cannot explain.",
            footer = {"", "Example:", "  evenhand law audit"})
    int audit(
            @Option(
                            names = "--interpretation",
                            paramLabel = "NAME=READING",
                            description = "Take another reading of a disputed rule.")
                    @Nullable
                    List<String> interpretations,
            @Mixin OutputOptions output) {
        var catalogue = session.catalogue();
        var audit = new Audit(Statute.load(), ClockCommand.readings(orNone(interpretations)), Audit.FROM_LIMIT);
        var command = "evenhand law audit" + readings(interpretations);
        print(
                output,
                "law-audit",
                "The record against the mechanical rules",
                "Placements, waivers, determinations and lists of every report",
                AuditSheet.of(catalogue, audit.of(AuditSheet.docket(catalogue)), command),
                command);
        return 0;
    }

    @Command(
            name = "assess",
            mixinStandardHelpOptions = true,
            description = {
                "Rule on an assessment file (YAML or JSON), or write one to fill in with --template COUNTRY YEAR.",
                "The form is described in docs/assessment.md; --schema prints its JSON Schema."
            },
            footer = {
                "",
                "Examples:",
                "  evenhand law assess --template MEX 2014 -o mexico.yaml",
                "  evenhand law assess mexico.yaml --explain"
            })
    int assess(
            @Parameters(arity = "0..1", paramLabel = "FILE", description = "An assessment file.") @Nullable Path file,
            @Option(
                            names = "--template",
                            arity = "2",
                            hideParamSyntax = true,
                            paramLabel = "COUNTRY YEAR",
                            description = "Write a file to fill in, with the catalogue's evidence.")
                    @Nullable
                    List<String> template,
            @Option(names = "--schema", description = "Print the JSON Schema of an assessment file.") boolean schema,
            @Option(names = "--explain", description = "Print the trace of the placement.") boolean explain,
            @Option(
                            names = "--interpretation",
                            paramLabel = "NAME=READING",
                            description = "Take another reading of a disputed rule.")
                    @Nullable
                    List<String> interpretations,
            @Mixin OutputOptions output) {
        if (schema) {
            output.write(session, AssessmentSchema.text(Statute.load().book()).getBytes(StandardCharsets.UTF_8));
            return 0;
        }
        if (file == null && template == null || file != null && template != null) {
            throw new BadRequest(
                    "Either an assessment file or --template is needed, not both.",
                    "Run `evenhand law assess --template MEX 2014 -o mexico.yaml`, fill it in, and assess it.");
        }
        var catalogue = session.catalogue();
        var statute = Statute.load();
        if (template != null) {
            var place = catalogue.countries().resolve(template.getFirst());
            var text = Template.of(statute.book(), catalogue, place.iso3(), year(template.getLast()));
            output.write(session, text.getBytes(StandardCharsets.UTF_8));
            return 0;
        }
        var reader = new AssessmentFile(
                statute.book(),
                name -> catalogue.countries().resolve(name).iso3(),
                RecordedHistories.of(catalogue)::history);
        if (file == null) {
            throw new BadRequest("No assessment file is named.", "Name a FILE, or ask for --template COUNTRY YEAR.");
        }
        var assessment = reader.read(file);
        var verdict = new Bench(statute, ClockCommand.readings(orNone(interpretations))).rule(assessment);
        print(
                output,
                "law-verdict",
                VerdictSheet.title(name(catalogue.countries().of(verdict.iso3()), verdict.iso3()), verdict),
                "Ruled on under the statute as it stood for this report",
                VerdictSheet.of(statute, assessment, verdict, explain),
                "evenhand law assess " + file + (explain ? " --explain" : "") + readings(interpretations));
        return 0;
    }

    private void print(
            OutputOptions output, String kind, String title, String subtitle, List<Section> sections, String command) {
        var catalogue = session.catalogue();
        output.print(
                session,
                new Document(
                        kind,
                        title,
                        subtitle,
                        sections,
                        catalogue.sources(NamedSources.of(sections)),
                        OutputOptions.provenance(catalogue, command)));
    }

    private static String name(Optional<Country> country, String iso3) {
        return country.map(Country::name).orElse(iso3);
    }

    private static LocalDate day(Fact fact) {
        return LocalDate.parse(fact.answer().text());
    }

    private static void event(Map<String, LocalDate> events, String key, String option, @Nullable String text) {
        if (text == null) {
            return;
        }
        try {
            events.put(key, LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            throw new BadRequest("%s: '%s' is not a date.".formatted(option, text), "Write it as 2025-09-29.");
        }
    }

    private static Kind kind(String word) {
        return Arrays.stream(Kind.values())
                .filter(k -> k.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new BadRequest(
                        "--kind: '%s' is not a kind of rule.".formatted(word),
                        "Use one of "
                                + Arrays.stream(Kind.values()).map(Kind::word).collect(Collectors.joining(", "))
                                + "."));
    }

    private static OptionalInt optionalYear(@Nullable String text) {
        return text == null ? OptionalInt.empty() : OptionalInt.of(year(text).value());
    }

    private static ReportYear year(String text) {
        int year = ScopeOptions.number(text, "the report year");
        if (year < ReportYear.FIRST || year > 2100) {
            throw new BadRequest(
                    "There is no report of %d.".formatted(year),
                    "The first report is that of %d.".formatted(ReportYear.FIRST));
        }
        return ReportYear.of(year);
    }

    private static String option(String name, @Nullable String value) {
        return value == null ? "" : " " + name + " " + value;
    }

    private static List<String> orNone(@Nullable List<String> choices) {
        return choices == null ? List.of() : choices;
    }

    private static String readings(@Nullable List<String> choices) {
        var words = new ArrayList<String>();
        orNone(choices).forEach(c -> words.add(" --interpretation " + c));
        return String.join("", words);
    }
}
