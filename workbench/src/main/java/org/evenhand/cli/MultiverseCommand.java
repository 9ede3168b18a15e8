package org.evenhand.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.core.BadRequest;
import org.evenhand.document.Block;
import org.evenhand.document.Document;
import org.evenhand.document.NamedSources;
import org.evenhand.document.Section;
import org.evenhand.document.Text;
import org.evenhand.influence.Checkpoint;
import org.evenhand.influence.Finding;
import org.evenhand.influence.MultiverseDocument;
import org.evenhand.influence.OwnChoices;
import org.evenhand.influence.RunRequest;
import org.evenhand.influence.UniverseReader;
import org.evenhand.influence.UniverseRun;
import org.evenhand.influence.ValidationPlan;
import org.evenhand.panel.PanelRow;
import org.evenhand.print.Format;
import org.evenhand.statistics.exact.Holm;
import org.evenhand.statistics.multiverse.Alignment;
import org.evenhand.statistics.multiverse.Outcome;
import org.evenhand.statistics.tasks.Executor;
import org.evenhand.statistics.tasks.Watch;
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
            "  evenhand multiverse instability --region SCA --administration 2009-2016 --permutations 9",
            "  evenhand multiverse instability --region SCA --permutations 0 --specifications --format csv",
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

    @Option(names = "--permutations", paramLabel = "N", description = "999 where nothing is said.")
    private int permutations = 999;

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

    @Option(names = "--by", paramLabel = "GROUP", description = "Once for each region, or for each administration.")
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

    @Option(names = "--resume", description = "Finish the interrupted run of the same universe, data and options.")
    private boolean resume;

    @Option(
            names = "--validate",
            description = "Simulate how often the joint test rejects without an effect, and with one (about an hour).")
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
        if (validate) {
            return MultiverseValidation.run(
                    session, output, new ValidationPlan(datasets, planted, Math.min(permutations, 99), seed), threads);
        }
        var names = all ? UniverseReader.SHIPPED : universes;
        if (names.isEmpty()) {
            throw new BadRequest("Which universe?", "Name one of " + String.join(", ", UniverseReader.SHIPPED) + ".");
        }
        if (!chosen.isEmpty() && names.size() > 1) {
            throw new BadRequest(
                    "--choose: %d universes are named.".formatted(names.size()),
                    "Name one, since each declares choices of its own.");
        }
        if (threads < 1 || threads > 256 || permutations < 0 || permutations > 99_999) {
            throw new BadRequest(
                    "%d threads or %d permutations are not possible.".formatted(threads, permutations),
                    "Give 1 to 256 threads and 0 to 99999 permutations.");
        }
        var catalogue = session.catalogue();
        var findings = new ArrayList<Finding>();
        var own = OwnChoices.NONE;
        for (var name : names) {
            var universe = UniverseReader.find(name, catalogue);
            own = OwnChoices.of(universe, chosen);
            for (var scope : scopes(catalogue)) {
                findings.add(run(catalogue, new RunRequest(universe, own, scope, permutations, seed, alignment)));
            }
        }
        String command = command(String.join(" ", names)) + own.flags() + (by == null ? "" : " --by " + by);
        var caution = own.isEmpty()
                ? Optional.<String>empty()
                : Optional.of(own.caution(UniverseReader.find(names.getFirst())));
        if (specifications) {
            output.print(
                    session, MultiverseDocument.specifications(findings.getFirst()), command + " --specifications");
        } else if (output.format() == Format.CSV) {
            output.print(session, MultiverseDocument.summary(findings), command);
        } else {
            output.print(session, document(catalogue, findings, caution, command));
            if (session.steered().isPresent()) {
                // A page shows every specification beside the document, from the same run.
                output.print(
                        session, MultiverseDocument.specifications(findings.getFirst()), command + " --specifications");
            }
        }
        return 0;
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

    private static Finding.Scope scope(Catalogue catalogue, String region, String administration) {
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
                catalogue.countries().region(region).label() + ", reports "
                        + (administration.equals("all") ? "2004-2025" : administration));
    }

    private String command(String names) {
        return "evenhand multiverse %s --region %s --administration %s --permutations %d --seed %d --alignment %s"
                .formatted(
                        names,
                        region,
                        administration,
                        permutations,
                        seed,
                        alignment.name().toLowerCase(java.util.Locale.ROOT));
    }

    private Finding run(Catalogue catalogue, RunRequest request) {
        var universe = request.universe();
        var run = new UniverseRun(catalogue, universe, request.scope());
        String identity = request.identity(run);
        Path file = session.steered()
                .map(Session.Steered::checkpoints)
                .orElseGet(() -> session.userHome().resolve("checkpoints"))
                .resolve("%s-%08x.checkpoint".formatted(universe.name(), identity.hashCode()));
        int count = run.specifications();
        Finding finding;
        var checkpoint = resume && Files.exists(file)
                ? Checkpoint.resume(file, identity, count, permutations)
                : Checkpoint.begin(file, identity, count, permutations);
        try (checkpoint) {
            var watch = new Progress(
                    universe.name() + ", " + request.scope().label(),
                    checkpoint,
                    checkpoint.done().size());
            session.steered().ifPresent(s -> s.by().progress(checkpoint.done().size(), count));
            finding = run.run(
                            Executor.threads(threads),
                            watch,
                            checkpoint.done(),
                            checkpoint.curves(),
                            seed,
                            alignment,
                            request.command())
                    .orElseThrow(UniverseRuns.Stopped::new);
        }
        checkpoint.delete();
        return finding;
    }

    /// Says on standard error how far it is, and writes what is finished.
    private final class Progress implements Watch<Outcome> {
        private final String name;
        private final Checkpoint checkpoint;
        private final int before;
        private final long start = System.nanoTime();
        private long said = start;

        Progress(String name, Checkpoint checkpoint, int before) {
            this.name = name;
            this.checkpoint = checkpoint;
            this.before = before;
        }

        @Override
        public boolean cancelled() {
            return session.steered().map(s -> s.by().stopped()).orElse(false);
        }

        @Override
        public void finished(int number, Outcome outcome, int finished, int total) {
            checkpoint.add(number, outcome);
            session.steered().ifPresent(s -> s.by().progress(before + finished, before + total));
            long now = System.nanoTime();
            if (now - said > 5_000_000_000L) {
                said = now;
                long left = (now - start) / finished * (total - finished) / 1_000_000_000L;
                session.err()
                        .println("%s: %d of %d specifications, about %d s left; after an interrupt --resume goes on"
                                .formatted(name, before + finished, before + total, left));
            }
        }
    }

    private static Document document(
            Catalogue catalogue, List<Finding> findings, Optional<String> caution, String command) {
        var holm = Holm.adjust(
                findings.stream().mapToDouble(f -> f.curve().test().medianP()).toArray());
        var sections = new ArrayList<Section>();
        var limits = new ArrayList<Block>();
        caution.ifPresent(c -> limits.add(new Block.Note(Text.of(c))));
        limits.add(new Block.Bullets(List.of(
                Text.of("Associations only: nothing here says why a government was placed where it was."),
                Text.of("Evidence that is missing, badly measured or descends from the Report weakens every answer."),
                Text.of("A test that finds nothing does not show that there is nothing."))));
        sections.add(new Section("limits", "Limits first", limits));
        sections.add(new Section(
                "joint-tests", "All interests", List.of(new Block.Tabular(MultiverseDocument.summary(findings)))));
        for (int i = 0; i < findings.size(); i++) {
            sections.add(MultiverseDocument.section(findings.get(i), holm[i]));
        }
        return new Document(
                "multiverse",
                "Interests and the Report, over every specification",
                findings.getFirst().scope().label(),
                sections,
                catalogue.sources(NamedSources.of(sections)),
                OutputOptions.provenance(catalogue, command));
    }
}
