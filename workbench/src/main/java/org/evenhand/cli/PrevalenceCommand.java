package org.evenhand.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.evenhand.core.BadRequest;
import org.evenhand.statistics.capture.CaptureTable;
import org.evenhand.statistics.capture.HierarchicalModel;
import org.evenhand.statistics.capture.MultipleSystems;
import org.evenhand.statistics.capture.Selection;
import org.evenhand.statistics.tasks.Executor;
import org.evenhand.victims.ListDocument;
import org.evenhand.victims.ListEstimate;
import org.evenhand.victims.ListFile;
import org.evenhand.victims.PublishedEstimates;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "prevalence",
        mixinStandardHelpOptions = true,
        description = {
            "How many victims there are: published estimates side by side, or an estimate from overlapping lists of your own"
                    + " (multiple systems estimation).",
            "A file of lists has one 0/1 column a list and, last, the column count; the row with every list 0 is what is estimated."
        },
        footer = {
            "",
            "Examples:",
            "  evenhand prevalence --published --scope LAC",
            "  evenhand prevalence --lists lists.csv",
            "  evenhand prevalence --lists lists.csv --select bic --order 2 --bootstrap 2000 --seed 7 --format json",
            "  evenhand prevalence --lists lists.csv --model la:ng,go:gp",
            "  evenhand prevalence --lists lists.csv --sensitivity"
        })
final class PrevalenceCommand implements Callable<Integer> {
    private static final int NO_DEFENSIBLE_ANSWER = 4;
    private static final int MOST_REPLICATES = 1_000_000;

    private final Session session;

    @Option(names = "--lists", paramLabel = "FILE", description = "Your table of lists, CSV.")
    @Nullable
    private Path lists;

    @Option(names = "--published", description = "Published estimates side by side, as their publishers claim them.")
    private boolean published;

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            description = "With --published: WORLD, a region such as LAC, or a country; WORLD where nothing is said.")
    @Nullable
    private String scope;

    @Option(
            names = "--select",
            paramLabel = "RULE",
            description = "stepwise (pairs by tail probability) or bic (smallest BIC); stepwise where nothing is said.")
    private String select = "";

    @Option(
            names = "--model",
            paramLabel = "TERMS",
            description = "No choice but this model: interactions such as A:B,B:C; every list's main effect is in it.")
    @Nullable
    private String model;

    @Option(
            names = "--order",
            paramLabel = "N",
            description =
                    "With bic: most lists in one interaction. Else one below the number of lists up to four lists, 3"
                            + " for five, 2 for more.")
    @Nullable
    private Integer order;

    @Option(
            names = "--search",
            paramLabel = "SEARCH",
            description =
                    "With bic: exhaustive (all models) or downhill. Else exhaustive up to five lists, downhill above.")
    @Nullable
    private String search;

    @Option(
            names = "--threshold",
            paramLabel = "P",
            description = "With stepwise: tail probability below which a pair is added; 0.02 where nothing is said.")
    @Nullable
    private Double threshold;

    @Option(
            names = "--bootstrap",
            paramLabel = "N",
            description = "Bootstrap replicates, the choice of model repeated in each; 1000 where nothing is said.")
    private int replicates = 1000;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the random numbers; 1 where nothing is said.")
    private long seed = 1;

    @Option(names = "--level", paramLabel = "P", description = "Coverage of the intervals; 0.95 where nothing is said.")
    private double level = 0.95;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads; all cores where nothing is said. Same answer.")
    @Nullable
    private Integer threads;

    @Option(names = "--sensitivity", description = "Repeat without each list and with each two lists merged.")
    private boolean sensitivity;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    PrevalenceCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (published) {
            return published();
        }
        if (lists == null) {
            throw new BadRequest(
                    "Nothing to estimate from.",
                    "Name your table of lists with --lists FILE, or ask for published estimates with --published.");
        }
        if (scope != null) {
            throw new BadRequest("--scope belongs to --published.", "Leave it out.");
        }
        checkNumbers();
        output.format();
        var file = ListFile.read(lists);
        var options = new MultipleSystems.Options(selection(file), replicates, seed, level);
        var answer = ListEstimate.of(file, options, sensitivity, command(file, options.selection()), executor());
        output.print(
                session, ListDocument.of(answer, Evenhand.VERSION), ListDocument.table(answer), answer.structure());
        return answer.answered() ? 0 : NO_DEFENSIBLE_ANSWER;
    }

    private Integer published() {
        if (lists != null) {
            throw new BadRequest("Both --published and --lists are given.", "Give one of them.");
        }
        var catalogue = session.catalogue();
        var region = catalogue.countries().region(scope == null ? "WORLD" : scope);
        String command = "evenhand prevalence --published --scope " + region.key();
        output.print(session, PublishedEstimates.of(catalogue, region, OutputOptions.provenance(catalogue, command)));
        return 0;
    }

    private void checkNumbers() {
        if (replicates < 0 || replicates > MOST_REPLICATES) {
            throw new BadRequest(
                    "--bootstrap: found %d, expected 0 to %d.".formatted(replicates, MOST_REPLICATES),
                    "Give the number of replicates; 1000 is usual.");
        }
        if (!(level > 0 && level < 1)) {
            throw new BadRequest(
                    "--level: found %s, expected a number between 0 and 1.".formatted(level), "Give for example 0.95.");
        }
        if (threads != null && (threads < 1 || threads > 1024)) {
            throw new BadRequest("--threads: found %d, expected 1 to 1024.".formatted(threads), "Give at least 1.");
        }
    }

    private Executor executor() {
        return threads == null ? Executor.allCores() : Executor.threads(threads);
    }

    private Selection selection(ListFile file) {
        if (model != null) {
            return given(model, file.table());
        }
        return switch (select.strip().toLowerCase(Locale.ROOT)) {
            case "", "stepwise" -> stepwise();
            case "bic" -> bic(file.table().size());
            default -> throw new BadRequest("--select: '%s' is not a rule.".formatted(select), "Use stepwise or bic.");
        };
    }

    /// The model of the terms named, each with all that it needs below it.
    private Selection given(String terms, CaptureTable table) {
        if (!select.isEmpty() || order != null || search != null || threshold != null || sensitivity) {
            throw new BadRequest(
                    "--model leaves nothing to choose and has no variants.",
                    "Leave --select, --order, --search, --threshold and --sensitivity out.");
        }
        var generators = new ArrayList<Integer>();
        for (var term : terms.strip().split("\\s*,\\s*")) {
            int generator = 0;
            for (var list : term.split("\\s*:\\s*", -1)) {
                int position = table.lists().indexOf(list);
                if (position < 0) {
                    throw new BadRequest(
                            "--model: '%s' is no list of the table.".formatted(list),
                            "Join names of lists by ':' and interactions by ','; the lists are "
                                    + String.join(", ", table.lists()) + ".");
                }
                generator |= 1 << position;
            }
            generators.add(generator);
        }
        return new Selection.Given(HierarchicalModel.of(
                table.size(), generators.stream().mapToInt(Integer::intValue).toArray()));
    }

    private Selection stepwise() {
        if ((order != null && order != 2) || search != null) {
            throw new BadRequest(
                    "The stepwise rule adds pairs of lists only and knows no search.",
                    "Leave --order and --search out, or use --select bic.");
        }
        double p = threshold == null ? Selection.RECOMMENDED_THRESHOLD : threshold;
        if (!(p >= 0 && p <= 1)) {
            throw new BadRequest(
                    "--threshold: found %s, expected a probability.".formatted(p), "Give a number from 0 to 1.");
        }
        return new Selection.Stepwise(p);
    }

    private Selection bic(int size) {
        if (threshold != null) {
            throw new BadRequest(
                    "--threshold belongs to the stepwise rule.", "Leave it out, or use --select stepwise.");
        }
        int highest = order == null ? Selection.usualOrder(size) : order;
        if (highest < 1) {
            throw new BadRequest(
                    "--order: found %d, expected at least 1.".formatted(highest), "Give 2 for interactions of pairs.");
        }
        // The interaction of all lists leaves nothing to estimate from.
        int bounded = Math.max(1, Math.min(highest, size - 1));
        var usual = Selection.bic(size, bounded);
        return switch (search == null ? "" : search.strip().toLowerCase(Locale.ROOT)) {
            case "" -> usual;
            case "downhill" -> new Selection.Bic(bounded, Selection.Search.DOWNHILL);
            case "exhaustive" -> {
                if (!Selection.canExhaust(size, bounded)) {
                    throw new BadRequest(
                            "--search exhaustive: %d lists have more than %d models of order %d."
                                    .formatted(size, Selection.MOST_MODELS, bounded),
                            "Use --search downhill or a lower --order.");
                }
                yield new Selection.Bic(bounded, Selection.Search.EXHAUSTIVE);
            }
            default ->
                throw new BadRequest(
                        "--search: '%s' is not a search.".formatted(search), "Use exhaustive or downhill.");
        };
    }

    /// The command with everything that decides the answer; threads do not.
    private String command(ListFile file, Selection selection) {
        var words = new ArrayList<String>(
                List.of("evenhand", "prevalence", "--lists", file.source().locator()));
        switch (selection) {
            case Selection.Given _ -> words.addAll(List.of("--model", String.valueOf(model)));
            case Selection.Stepwise(double p) ->
                words.addAll(List.of("--select", "stepwise", "--threshold", Double.toString(p)));
            case Selection.Bic(int highest, var how) ->
                words.addAll(List.of(
                        "--select",
                        "bic",
                        "--order",
                        Integer.toString(highest),
                        "--search",
                        how.name().toLowerCase(Locale.ROOT)));
        }
        words.addAll(List.of(
                "--bootstrap",
                Integer.toString(replicates),
                "--seed",
                Long.toString(seed),
                "--level",
                Double.toString(level)));
        if (sensitivity) {
            words.add("--sensitivity");
        }
        return String.join(" ", words);
    }
}
