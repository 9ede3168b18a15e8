package org.evenhand.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.evenhand.core.BadRequest;
import org.evenhand.fit.FitAnswer;
import org.evenhand.fit.FitJson;
import org.evenhand.fit.FitRequest;
import org.evenhand.fit.FitText;
import org.evenhand.fit.Fits;
import org.evenhand.panel.Lags;
import org.evenhand.panel.Panel;
import org.evenhand.panel.PanelCsv;
import org.evenhand.statistics.ordinal.Link;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

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

    @Option(names = "--format", paramLabel = "FORMAT", description = "table or json; table where nothing is said.")
    private String format = "table";

    FitCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        check();
        var request = new FitRequest(
                data == null ? Path.of("panel") : data,
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
                command());
        var answer = data == null
                ? Fits.of(request, PanelCsv.print(Panel.of(session.catalogue(), Lags.DEFAULT), _ -> true))
                : Fits.of(request);
        String text = format.equals("json") ? FitJson.print(answer) : FitText.print(answer);
        session.out().writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return switch (answer) {
            case FitAnswer.Estimated _ -> 0;
            case FitAnswer.NotEstimated not -> {
                session.err().println("evenhand: no estimate (%s).".formatted(not.status()));
                session.err().println("  " + not.explain());
                if (not.status().equals("separated")) {
                    session.err().println("  --bias-reduced gives the bias-reduced fit.");
                }
                yield 4;
            }
        };
    }

    private void check() {
        if (panel && data != null) {
            throw new BadRequest("Both --data and --panel are given.", "Give one of them.");
        }
        if (!format.equals("json") && !format.equals("table")) {
            throw new BadRequest("--format: '%s' is not a format of fit.".formatted(format), "Use table or json.");
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

    /// The command as it was given, quoted where a shell would need it.
    private String command() {
        var words = new ArrayList<String>(List.of("evenhand"));
        words.addAll(spec.commandLine().getParseResult().originalArgs());
        if (!words.contains("fit")) {
            words.add(1, "fit");
        }
        return words.stream()
                .map(w -> w.matches("[\\p{L}\\p{N}_.,:/=+-]+") ? w : "'" + w.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }
}
