package org.evenhand.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.core.BadRequest;
import org.evenhand.core.NoAnswer;
import org.evenhand.document.Block;
import org.evenhand.document.Document;
import org.evenhand.document.NamedSources;
import org.evenhand.document.Section;
import org.evenhand.document.Text;
import org.evenhand.influence.Finding;
import org.evenhand.influence.JointP;
import org.evenhand.influence.MultiverseDocument;
import org.evenhand.influence.OwnChoices;
import org.evenhand.influence.RunRequest;
import org.evenhand.influence.Universe;
import org.evenhand.influence.UniverseReader;
import org.evenhand.influence.UniverseRun;
import org.evenhand.influence.ValidationPlan;
import org.evenhand.panel.PanelRow;
import org.evenhand.print.Format;
import org.evenhand.statistics.multiverse.Alignment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "multiverse",
        mixinStandardHelpOptions = true,
        description = {
            "Do interests go with placements and waivers beyond the evidence, over every declared specification? Runs the"
                    + " universes named and tests each whole curve by permuting countries within regions.",
            "Universes: democracy, trade, narcotics, migration, border_security, counter_terrorism, aid, un_alignment,"
                    + " instability, waivers; or a YAML file of your own."
        },
        footer = {
            "",
            "Examples:",
            "  evenhand multiverse instability --region AF --administration 2009-2016 --permutations 9",
            "  evenhand multiverse instability --region AF --permutations 0 --specifications --format csv",
            "  evenhand multiverse narcotics --choose evidence=treaties --choose outcome=tier3 --choose interest=drug_major"
                    + " --permutations 9",
            "",
            "All universes with 999 permutations take many minutes: evenhand multiverse --all --threads 2"
        })
final class MultiverseCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "UNIVERSE", arity = "0..*", description = "One or more.")
    private List<String> universes = List.of();

    @Option(names = "--all", description = "All universes that come with the program.")
    private boolean all;

    @Option(names = "--permutations", paramLabel = "N", description = "999 where nothing is said; with --validate 99.")
    @Nullable
    private Integer asked;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the permutations; 1 where nothing is said.")
    private long seed = 1;

    @Option(names = "--threads", paramLabel = "N", description = "The same result on any number of threads.")
    private int threads = 1;

    @Option(names = "--alignment", description = "nearest_time, cycle, or rows (not valid; to compare).")
    private Alignment alignment = Alignment.NEAREST_TIME;

    @Option(names = "--region", paramLabel = "REGION", description = "Only this region.")
    private String region = "WORLD";

    @Option(
            names = "--administration",
            paramLabel = "YEARS",
            description =
                    "Only the reports of one administration: 2001-2008, 2009-2016, 2017-2020, 2021-2024 or 2025-.")
    private String administration = "all";

    @Option(
            names = "--by",
            paramLabel = "GROUP",
            description = "Once for each region, or for each administration with more than one report: region or"
                    + " administration.")
    @Nullable
    private String by;

    @Option(
            names = "--choose",
            paramLabel = "CHOICE=OPTION",
            description = {
                "Of this choice only this option; may be repeated, also for the same choice. One universe at a time.",
                "`evenhand universes UNIVERSE` lists choices and options."
            })
    private List<String> chosen = List.of();

    @Option(names = "--specifications", description = "Print one row a specification of one universe.")
    private boolean specifications;

    @Option(
            names = "--resume",
            description = "Finish the interrupted run of the same universes, data and options; parts of it that were"
                    + " finished are not computed again.")
    private boolean resume;

    @Option(
            names = "--validate",
            description = "Simulate how often the joint test rejects without an effect, and with one (many minutes).")
    private boolean validate;

    @Option(names = "--datasets", paramLabel = "N", description = "Simulated datasets without an effect; 400.")
    private int datasets = 400;

    @Option(names = "--planted", paramLabel = "N", description = "Simulated datasets for each planted effect; 100.")
    private int planted = 100;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    MultiverseCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        int permutations = asked != null ? asked : validate ? 99 : 999;
        if (threads < 1 || threads > 256 || permutations < 0 || permutations > RunRequest.MOST_PERMUTATIONS) {
            throw new BadRequest(
                    "%d threads or %d permutations are not possible.".formatted(threads, permutations),
                    "Give 1 to 256 threads and 0 to %d permutations.".formatted(RunRequest.MOST_PERMUTATIONS));
        }
        if (validate) {
            alone();
            return MultiverseValidation.run(
                    session, output, new ValidationPlan(datasets, planted, permutations, seed), threads);
        }
        var names = List.copyOf(new LinkedHashSet<>(all ? UniverseReader.SHIPPED : universes));
        if (names.isEmpty()) {
            throw new BadRequest("Which universe?", "Name one of " + String.join(", ", UniverseReader.SHIPPED) + ".");
        }
        together(names);
        var catalogue = session.catalogue();
        var parts = new ArrayList<MultiverseParts.Part>();
        var without = new ArrayList<String>();
        var own = OwnChoices.NONE;
        var caution = Optional.<String>empty();
        for (var universe : read(catalogue, names).entrySet()) {
            own = OwnChoices.of(universe.getValue(), chosen);
            caution = own.isEmpty() ? Optional.empty() : Optional.of(own.caution(universe.getValue()));
            for (var scope : scopes(catalogue)) {
                var request = new RunRequest(universe.getValue(), own, scope, permutations, seed, alignment);
                try {
                    var run = new UniverseRun(catalogue, request.universe(), scope);
                    parts.add(new MultiverseParts.Part(request, run, request.command(universe.getKey())));
                } catch (NoAnswer e) {
                    if (by == null) {
                        throw e;
                    }
                    without.add("%s: %s".formatted(universe.getValue().title(), scope.label()));
                }
            }
        }
        if (parts.isEmpty()) {
            throw new NoAnswer("No row lies in any part that was asked for.", "Ask for a wider region or more years.");
        }
        var running = new MultiverseParts(session, threads);
        var findings = running.run(parts, resume);
        String command =
                command(String.join(" ", names), permutations) + own.flags() + (by == null ? "" : " --by " + by);
        if (specifications) {
            output.print(
                    session, MultiverseDocument.specifications(findings.getFirst()), command + " --specifications");
        } else if (output.format() == Format.CSV) {
            output.print(session, MultiverseDocument.summary(findings), command);
        } else {
            output.print(session, document(catalogue, findings, caution, without, command));
            if (session.steered().isPresent()) {
                // A page shows every specification beside the document, from the same run.
                output.print(
                        session, MultiverseDocument.specifications(findings.getFirst()), command + " --specifications");
            }
        }
        running.forget(parts);
        return 0;
    }

    /// `--validate` runs universes and rows of its own.
    private void alone() {
        if (all || !universes.isEmpty() || by != null || specifications || resume || !chosen.isEmpty()) {
            throw new BadRequest(
                    "--validate simulates universes of its own, so it takes no UNIVERSE, --all, --by, --choose, --specifications or --resume.",
                    "Give --validate with --datasets, --planted, --permutations, --seed and --threads alone.");
        }
        if (!region.equals("WORLD") || !administration.equals("all") || alignment != Alignment.NEAREST_TIME) {
            throw new BadRequest(
                    "--validate simulates all governments under the alignments that are in question.",
                    "Leave out --region, --administration and --alignment.");
        }
    }

    /// What does not go together.
    private void together(List<String> names) {
        if (!chosen.isEmpty() && names.size() > 1) {
            throw new BadRequest(
                    "--choose: %d universes are named.".formatted(names.size()),
                    "Name one, since each declares choices of its own.");
        }
        if (all && !universes.isEmpty()) {
            throw new BadRequest(
                    "--all and %s were both asked for.".formatted(String.join(", ", universes)),
                    "Give --all, or name universes.");
        }
        if (specifications && (names.size() > 1 || by != null)) {
            throw new BadRequest(
                    "--specifications prints one universe on one set of rows; %s."
                            .formatted(
                                    by == null ? names.size() + " universes were asked for" : "--by asks for several"),
                    "Name one universe, and a region or an administration in place of --by.");
        }
        if ("region".equals(by) && !region.equals("WORLD")) {
            throw new BadRequest(
                    "--by region runs every region, and --region %s asks for one.".formatted(region),
                    "Leave one of the two out.");
        }
        if ("administration".equals(by) && !administration.equals("all")) {
            throw new BadRequest(
                    "--by administration runs every administration, and --administration %s asks for one."
                            .formatted(administration),
                    "Leave one of the two out.");
        }
    }

    /// By what they were asked for as; two of the same name could not be told apart in the answer.
    private static Map<String, Universe> read(Catalogue catalogue, List<String> asked) {
        var found = new LinkedHashMap<String, Universe>();
        var names = new HashSet<String>();
        for (var name : asked) {
            var universe = UniverseReader.find(name, catalogue);
            if (!names.add(universe.name())) {
                throw new BadRequest(
                        "Two of the universes are named '%s'.".formatted(universe.name()),
                        "Give the edited copy another name under its key 'universe'.");
            }
            found.put(name, universe);
        }
        return found;
    }

    private List<Finding.Scope> scopes(Catalogue catalogue) {
        if (by == null) {
            return List.of(scope(catalogue, region, administration));
        }
        var scopes = new ArrayList<Finding.Scope>();
        switch (by) {
            case "region" ->
                List.of("AF", "EAP", "EUR", "NEA", "SCA", "WHA")
                        .forEach(r -> scopes.add(scope(catalogue, r, administration)));
            case "administration" -> {
                for (int year : new int[] {2004, 2009, 2017, 2021}) {
                    scopes.add(scope(catalogue, region, PanelRow.administration(year)));
                }
            }
            default -> throw new BadRequest("--by: '%s' is not known.".formatted(by), "Use region or administration.");
        }
        return scopes;
    }

    /// @throws BadRequest if there is no such region or administration
    static Finding.Scope scope(Catalogue catalogue, String region, String administration) {
        var known = new TreeSet<String>(List.of("all"));
        for (int year = 2001; year <= 2025; year++) {
            known.add(PanelRow.administration(year));
        }
        if (!known.contains(administration)) {
            throw new BadRequest(
                    "--administration: '%s' is not known.".formatted(administration),
                    "Use one of " + String.join(", ", known) + ".");
        }
        return new Finding.Scope(
                region,
                administration,
                catalogue.countries().region(region).label() + ", reports " + reports(administration));
    }

    /// The reports of an administration that have rows: the Watch List exists from 2004 on.
    private static String reports(String administration) {
        return switch (administration) {
            case "all" -> "2004-2025";
            case "2001-2008" -> "2004-2008";
            case "2025-" -> "2025";
            default -> administration;
        };
    }

    private String command(String names, int permutations) {
        return RunRequest.command(names, region, administration, permutations, seed, alignment);
    }

    /// Whether any p-value could be small after adjustment.
    private static Optional<String> coarse(List<Optional<JointP>> given, List<Finding> findings) {
        var tests = given.stream().flatMap(Optional::stream).toList();
        int permutations = findings.getFirst().curve().test().permutations();
        double least = tests.size() / (permutations + 1.0);
        return tests.isEmpty() || least < 0.05
                ? Optional.empty()
                : Optional.of(
                        "With %d permutations and %d tests no adjusted joint p-value can be below %.2f: more permutations are needed before anything can be found."
                                .formatted(permutations, tests.size(), Math.min(1, least)));
    }

    private Document document(
            Catalogue catalogue,
            List<Finding> findings,
            Optional<String> caution,
            List<String> without,
            String command) {
        var given = JointP.of(findings);
        var sections = new ArrayList<Section>();
        var limits = new ArrayList<Block>();
        caution.ifPresent(c -> limits.add(new Block.Note(Text.of(c))));
        limits.add(new Block.Bullets(List.of(
                Text.of("Associations only: nothing here says why a government was placed where it was."),
                Text.of("Evidence that is missing, badly measured or descends from the Report weakens every answer."),
                Text.of("A test that finds nothing does not show that there is nothing."))));
        if (findings.stream().anyMatch(f -> !f.scope().whole())) {
            limits.add(
                    new Block.Note(
                            Text.of(
                                    "That the joint test holds its level was simulated on all governments and reports together, not on parts of them; parts have fewer rows and find less.")));
        }
        coarse(given, findings).ifPresent(text -> limits.add(new Block.Note(Text.of(text))));
        sections.add(new Section("limits", "Limits first", limits));
        var tests = new ArrayList<Block>(List.of(new Block.Tabular(MultiverseDocument.summary(findings))));
        if (!without.isEmpty()) {
            tests.add(new Block.Note(Text.of("Without any row, and so left out: " + String.join("; ", without) + ".")));
        }
        sections.add(new Section("joint-tests", "Joint tests", tests));
        for (int i = 0; i < findings.size(); i++) {
            sections.add(MultiverseDocument.section(findings.get(i), given.get(i)));
        }
        return new Document(
                "multiverse",
                "Interests and the Report, over every specification",
                by == null ? findings.getFirst().scope().label() : "by " + by,
                sections,
                catalogue.sources(NamedSources.of(sections)),
                OutputOptions.provenance(catalogue, command));
    }
}
