package org.evenhand.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.core.BadRequest;
import org.evenhand.core.Checksum;
import org.evenhand.core.Source;
import org.evenhand.document.Provenance;
import org.evenhand.fit.FitAnswer;
import org.evenhand.fit.FitDocument;
import org.evenhand.fit.FitRequest;
import org.evenhand.fit.FitStructure;
import org.evenhand.fit.Fits;
import org.evenhand.panel.Lags;
import org.evenhand.panel.Panel;
import org.evenhand.panel.PanelCsv;
import org.evenhand.statistics.design.Term;
import org.evenhand.statistics.design.Terms;
import org.evenhand.statistics.ordinal.Link;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "fit",
        mixinStandardHelpOptions = true,
        description = {
            "Ordered or binary regression on any CSV file, with errors by cluster, odds ratios and effects on probabilities.",
            "A model that has no estimate (separation, collinear columns, an empty level) is an answer of its own, with the"
                    + " columns named, and exit code 4."
        },
        footer = {
            "",
            "Terms: columns, factor(x), factor(x, reference), lag(x, 1), log(x), log1p(x), std(x), a:b, a*b; separated by commas.",
            "",
            "Examples:",
            "  evenhand fit --data panel.csv --outcome tier --levels 1,2,2WL,3 --terms \"prosecution,factor(region)\" --cluster iso3",
            "  evenhand fit --panel --outcome tier --levels 1,2,2WL,3 --terms \"state_sponsor,factor(region)\" --cluster iso3",
            "  evenhand fit --data laws.csv --outcome law --terms \"lag(aid, 1),log(gdp)\" --unit iso3 --time year --format json",
            "  evenhand fit --data laws.csv --outcome law --terms aid --bias-reduced"
        })
final class FitCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--data", paramLabel = "FILE", description = "A CSV file with a header, UTF-8.")
    @Nullable
    private Path data;

    @Option(
            names = "--panel",
            description =
                    "Take the catalogue's own panel, as `evenhand panel --format csv` writes it; so where no file is given.")
    private boolean panel;

    @Option(names = "--outcome", required = true, paramLabel = "COLUMN", description = "The ordered outcome.")
    @SuppressWarnings("NullAway.Init")
    private String outcome;

    @Option(
            names = "--levels",
            split = ",",
            paramLabel = "LEVEL",
            description = "Its levels, lowest first; other values are left out and counted. Numbers need none.")
    private List<String> levels = List.of();

    @Option(names = "--terms", paramLabel = "TERMS", description = "Terms with common slopes.")
    private String terms = "";

    @Option(
            names = "--by-threshold",
            paramLabel = "TERMS",
            description = "Terms with a slope for each threshold (partial or generalised model).")
    private String byThreshold = "";

    @Option(
            names = "--link",
            paramLabel = "LINK",
            description = "logit, probit or cloglog; logit where nothing is said.")
    private String link = "logit";

    @Option(
            names = "--cluster",
            split = ",",
            paramLabel = "COLUMN",
            description = "Errors by cluster, HC0 x G/(G-1); two columns for two-way clusters.")
    private List<String> clusters = List.of();

    @Option(
            names = "--random",
            paramLabel = "COLUMN",
            description = "Gives each value of this column a random intercept (Laplace); errors are then model-based.")
    private String random = "";

    @Option(
            names = "--bias-reduced",
            description = "Takes off the bias of rare outcomes (Firth 1993, Kosmidis 2014); has an estimate under"
                    + " separation too. Errors are model-based.")
    private boolean biasReduced;

    @Option(
            names = "--thresholds",
            paramLabel = "COLUMN",
            description = "Gives each value of this column, for example year, thresholds of its own.")
    private String thresholds = "";

    @Option(names = "--weights", paramLabel = "COLUMN", description = "Multiplies each row's log-likelihood.")
    private String weights = "";

    @Option(names = "--offset", paramLabel = "COLUMN", description = "Added to the linear predictor.")
    private String offset = "";

    @Option(names = "--unit", paramLabel = "COLUMN", description = "Units for lags; the first cluster if not given.")
    private String unit = "";

    @Option(names = "--time", paramLabel = "COLUMN", description = "Time for lags; year if there is such a column.")
    private String time = "";

    @Option(names = "--lag", paramLabel = "N", description = "Takes every column of numbers N time steps before.")
    private int lag;

    @Option(names = "--level", paramLabel = "SHARE", description = "Coverage of intervals; 0.95 where nothing is said.")
    private double level = 0.95;

    @Option(names = "--profile", description = "Adds profile-likelihood intervals.")
    private boolean profile;

    @Option(names = "--brant", description = "Adds the Brant test of parallel lines.")
    private boolean brant;

    @Option(
            names = "--bootstrap",
            paramLabel = "DRAWS",
            description = "Adds p-values of the score wild cluster bootstrap, for few clusters.")
    private int bootstrap;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the bootstrap; 1 where nothing is said.")
    private long seed = 1;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    FitCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        check();
        output.format();
        var answer = data == null ? onPanel() : onFile(data);
        if (answer instanceof FitAnswer.NotEstimated not) {
            session.err().println("evenhand: no estimate (%s).".formatted(not.status()));
            session.err().println("  " + not.explain());
            if (not.status().equals("separated")) {
                session.err().println("  --bias-reduced gives the bias-reduced fit.");
            }
            return 4;
        }
        return 0;
    }

    private FitAnswer onFile(Path file) {
        var name = String.valueOf(file.getFileName());
        var command = command("--data", name);
        var text = Fits.text(file);
        var answer = Fits.of(request(file, command), text);
        print(
                answer,
                Map.of(FitDocument.OWN_FILE, FitDocument.ownFile(name)),
                new Provenance(
                        command, Evenhand.VERSION, Checksum.ofLines(text.lines().sorted()), ""));
        return answer;
    }

    private FitAnswer onPanel() {
        var catalogue = session.catalogue();
        var rows = Panel.of(catalogue, Lags.DEFAULT);
        var command = command("--panel");
        var answer = Fits.of(request(Path.of("panel"), command), PanelCsv.print(rows, _ -> true));
        print(answer, catalogue.sources(sources(rows)), OutputOptions.provenance(catalogue, command));
        return answer;
    }

    private void print(FitAnswer answer, Map<String, Source> sources, Provenance provenance) {
        output.print(
                session,
                FitDocument.of(answer, sources, provenance),
                FitDocument.table(answer, sources),
                FitStructure.of(answer));
    }

    /// Keys of what the placements, and the variables that the model names, rest on.
    private TreeSet<String> sources(Panel rows) {
        var keys = new TreeSet<String>(session.catalogue().placements().sources());
        var named = Stream.of(
                Stream.of(outcome, random, thresholds, weights, offset),
                clusters.stream(),
                Terms.parse(terms).stream().flatMap(Term::columns),
                Terms.parse(byThreshold).stream().flatMap(Term::columns));
        named.flatMap(names -> names).forEach(name -> rows.variable(name).ifPresent(v -> keys.addAll(rows.sources(v))));
        return keys;
    }

    private FitRequest request(Path file, String command) {
        return new FitRequest(
                file,
                outcome,
                levels.stream().map(String::strip).toList(),
                terms,
                byThreshold,
                link(),
                clusters.stream().map(String::strip).toList(),
                random,
                biasReduced,
                thresholds,
                weights,
                offset,
                unit,
                time,
                lag,
                level,
                profile,
                brant,
                bootstrap,
                seed,
                command);
    }

    private void check() {
        if (panel && data != null) {
            throw new BadRequest("Both --data and --panel are given.", "Give one of them.");
        }
        if (!(level > 0 && level < 1)) {
            throw new BadRequest("--level: %s is not between 0 and 1.".formatted(level), "Give for example 0.95.");
        }
        if (lag < 0 || bootstrap < 0) {
            throw new BadRequest("--lag and --bootstrap are not negative.", "Give a whole number from 0.");
        }
        if (!random.isEmpty()
                && (!byThreshold.isEmpty() || !thresholds.isEmpty() || profile || brant || bootstrap > 0)) {
            throw new BadRequest(
                    "--random goes with common slopes and one set of thresholds, and has no profile, test or bootstrap here.",
                    "Leave these options out, or leave out --random.");
        }
        if (biasReduced
                && (!random.isEmpty()
                        || !byThreshold.isEmpty()
                        || !thresholds.isEmpty()
                        || profile
                        || brant
                        || bootstrap > 0)) {
            throw new BadRequest(
                    "--bias-reduced goes with common slopes and one set of thresholds, and brings its own intervals.",
                    "Leave these options out, or leave out --bias-reduced.");
        }
        if (bootstrap > 0 && clusters.size() != 1) {
            throw new BadRequest("--bootstrap needs one kind of cluster.", "Name one column with --cluster.");
        }
        if (brant && (!byThreshold.isEmpty() || !thresholds.isEmpty() || link() != Link.LOGIT || terms.isEmpty())) {
            throw new BadRequest(
                    "--brant is for a logit with common slopes and one set of thresholds.",
                    "Leave out --by-threshold, --thresholds and --link.");
        }
    }

    private Link link() {
        return Arrays.stream(Link.values())
                .filter(l -> l.name().toLowerCase(Locale.ROOT).equals(link))
                .findFirst()
                .orElseThrow(() ->
                        new BadRequest("--link: '%s' is not a link.".formatted(link), "Use logit, probit or cloglog."));
    }

    /// The command with everything that decides the answer, quoted where a shell would need it.
    ///
    /// @param rows the option that says which rows, and its value
    private String command(String... rows) {
        var words = new ArrayList<String>(List.of("evenhand", "fit"));
        words.addAll(List.of(rows));
        say(words, "--outcome", outcome);
        say(words, "--levels", String.join(",", levels));
        say(words, "--terms", terms);
        say(words, "--by-threshold", byThreshold);
        say(words, "--link", link.equals("logit") ? "" : link);
        say(words, "--cluster", String.join(",", clusters));
        say(words, "--random", random);
        say(words, "--thresholds", thresholds);
        say(words, "--weights", weights);
        say(words, "--offset", offset);
        say(words, "--unit", unit);
        say(words, "--time", time);
        say(words, "--lag", lag == 0 ? "" : Integer.toString(lag));
        say(words, "--level", level == 0.95 ? "" : Double.toString(level));
        say(words, "--bootstrap", bootstrap == 0 ? "" : Integer.toString(bootstrap));
        say(words, "--seed", seed == 1 ? "" : Long.toString(seed));
        if (biasReduced) {
            words.add("--bias-reduced");
        }
        if (profile) {
            words.add("--profile");
        }
        if (brant) {
            words.add("--brant");
        }
        return words.stream()
                .map(w -> w.matches("[\\p{L}\\p{N}_.,:/=+-]+") ? w : "'" + w.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }

    private static void say(List<String> words, String option, String value) {
        if (!value.isEmpty()) {
            words.add(option);
            words.add(value);
        }
    }
}
