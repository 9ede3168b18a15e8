package org.evenhand.web;

import static org.evenhand.web.Parameter.option;
import static org.evenhand.web.Parameter.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.web.Parameter.Kind;
import org.evenhand.web.Parameter.Need;
import org.evenhand.web.Route.Group;

/// The table of all questions: address, command, parameters. Pages, forms, files, API and OpenAPI are made
/// from it.
public final class Routes {
    private static final Parameter REGION = option("region", new Kind.Place(), "WORLD");
    private static final Parameter LAC = option("region", new Kind.Place(), "LAC");
    private static final Parameter YEARS = option("years", new Kind.Years(), "");
    private static final Parameter EXPLAIN = option("explain", new Kind.Switch(), "");
    private static final Parameter COUNTRY = place("country", new Kind.OneCountry(), "");
    private static final Kind SETS = new Kind.Choice(List.of("independent", "report", "both"));
    private static final Kind ALIKE = new Kind.Choice(List.of("evidence", "evidence+capacity"));
    private static final Parameter EVIDENCE = option("evidence", SETS, "");
    private static final Parameter READINGS =
            new Parameter("interpretation", new Kind.Lines(8, 80), "--interpretation", "");

    private static final Parameter SEED =
            option("seed", new Kind.Whole(0, Integer.MAX_VALUE), "").with(Need.RARE);
    private static final Parameter CALLIPER =
            option("calliper", new Kind.Words(8), "").with(Need.RARE);

    /// Groups of a user's own, in the words of the commands.
    private static final Parameter GROUPS = new Parameter("group", new Kind.Lines(6, 160), "--group", "", Need.RARE);

    /// The universes that come with the program, by name only: any other name would be a path on the server.
    static final List<String> UNIVERSES = List.of(
            "democracy",
            "trade",
            "narcotics",
            "migration",
            "border_security",
            "counter_terrorism",
            "aid",
            "un_alignment",
            "instability",
            "waivers");

    private final List<Route> all;

    private Routes(List<Route> all) {
        this.all = List.copyOf(all);
    }

    /// @param latest the latest report on record, shown where no year is asked for
    public static Routes of(int latest) {
        var last = option("year", new Kind.Report(), Integer.toString(latest));
        var year2014 = option("year", new Kind.Report(), "2014");
        return new Routes(List.of(
                Route.of(Group.LOOK, "/map", "tiers", REGION, last).named("map").with(PlacementMap::of),
                Route.of(Group.LOOK, "/account", "account", LAC, year2014, EXPLAIN),
                Route.of(Group.LOOK, "/country/{country}", "country", COUNTRY, EXPLAIN),
                Route.of(Group.LOOK, "/countries", "countries", REGION),
                Route.of(
                                Group.LOOK,
                                "/year/{year}",
                                "tiers",
                                new Parameter("year", new Kind.Report(), "--year", ""),
                                REGION)
                        .named("year")
                        .with(PlacementMap::of)
                        .and("determinations", "year", "region")
                        .and("clock", "year", "region"),
                Route.of(Group.LOOK, "/tiers", "tiers", REGION, YEARS),
                Route.of(Group.LOOK, "/determinations", "determinations", REGION, YEARS),
                Route.of(
                        Group.LOOK,
                        "/interests",
                        "interests",
                        LAC,
                        option("years", new Kind.Years(), "2013"),
                        interest()),
                Route.of(Group.LAW, "/law/rules", "law rules", option("year", new Kind.Report(), ""), kind()),
                Route.of(
                        Group.LAW,
                        "/law/rule/{rule}",
                        "law show",
                        place("rule", new Kind.Words(24), ""),
                        option("year", new Kind.Report(), "")),
                Route.of(
                        Group.LAW,
                        "/law/compare",
                        "law diff",
                        place("from", new Kind.Report(), "2018"),
                        place("to", new Kind.Report(), "2019")),
                Route.of(
                        Group.LAW,
                        "/law/trace",
                        "law explain",
                        COUNTRY,
                        place("year", new Kind.Report(), "2014"),
                        READINGS),
                Route.of(
                        Group.LAW,
                        "/law/calendar",
                        "law calendar",
                        last,
                        option("report-date", new Kind.Day(), ""),
                        option("waiver-notice", new Kind.Day(), ""),
                        option("child-soldier-waiver", new Kind.Day(), "")),
                Route.of(Group.LAW, "/law/clock", "clock", REGION, last, EXPLAIN, READINGS),
                Route.of(Group.LAW, "/law/audit", "law audit", READINGS),
                Route.of(Group.SANCTIONS, "/sanctions/ledger", "sanctions ledger", LAC, YEARS, GROUPS),
                Route.of(
                        Group.SANCTIONS,
                        "/sanctions/at-stake",
                        "sanctions at-stake",
                        LAC,
                        option("years", new Kind.Years(), "2014")),
                Route.of(Group.SANCTIONS, "/sanctions/what-if", "sanctions what-if", LAC, year2014, policy()),
                Route.of(
                                Group.SANCTIONS,
                                "/sanctions/policy/{key}",
                                "sanctions what-if",
                                new Parameter("key", new Kind.Handed(), "--policy", ""),
                                LAC,
                                year2014)
                        .named("sanctions.policy"),
                Route.of(
                        Group.SANCTIONS,
                        "/sanctions/weigh",
                        "sanctions weigh",
                        place("place", new Kind.Place(), "VEN"),
                        place("year", new Kind.Report(), "2014"),
                        option("prefer", new Kind.Lines(20, 120), ""),
                        option("draws", new Kind.Whole(1000, 1_000_000), ""),
                        SEED),
                Route.of(
                                Group.SANCTIONS,
                                "/sanctions/problem/{key}",
                                "sanctions weigh",
                                new Parameter("key", new Kind.Handed(), "--problem", ""),
                                option("prefer", new Kind.Lines(20, 120), ""),
                                option("draws", new Kind.Whole(1000, 100_000), ""),
                                SEED)
                        .named("sanctions.problem"),
                Route.of(Group.SANCTIONS, "/sanctions/stability", "sanctions stability", REGION, YEARS),
                Route.of(
                                Group.VICTIMS,
                                "/victims/estimates",
                                "prevalence --published",
                                option("scope", new Kind.Place(), "WORLD"))
                        .named("victims.estimates"),
                Route.of(
                                Group.VICTIMS,
                                "/victims/flows",
                                "flows",
                                LAC,
                                year2014,
                                option("type", new Kind.Words(40), ""))
                        .named("victims.flows"),
                Route.of(
                        Group.VICTIMS,
                        "/victims/certified",
                        "victims certified",
                        new Parameter("origin", new Kind.Place(), "--origin", "WORLD"),
                        YEARS),
                Route.of(Group.VICTIMS, "/victims/records", "victims", LAC, option("years", new Kind.Years(), "2013"))
                        .named("victims.records"),
                Route.of(
                                Group.VICTIMS,
                                "/victims/lists/{key}",
                                "prevalence",
                                new Parameter("key", new Kind.Handed(), "--lists", ""),
                                option("select", new Kind.Choice(List.of("stepwise", "bic")), ""),
                                option("bootstrap", new Kind.Whole(0, 2000), "200"),
                                option("seed", new Kind.Whole(0, Integer.MAX_VALUE), "1"),
                                option("sensitivity", new Kind.Switch(), ""),
                                rare("order", new Kind.Whole(1, 12)),
                                rare("search", new Kind.Choice(List.of("exhaustive", "downhill"))),
                                rare("threshold", new Kind.Words(8)),
                                option("level", new Kind.Choice(List.of("0.9", "0.95", "0.99")), "0.95")
                                        .with(Need.RARE),
                                rare("model", new Kind.Words(200)))
                        .named("victims.lists"),
                Route.of(Group.VICTIMS, "/victims/microdata", "victims microdata"),
                Route.of(
                                Group.VICTIMS,
                                "/victims/people/{table}",
                                "victims microdata",
                                place("table", new Kind.Words(80), ""),
                                option("by", new Kind.Words(200), ""))
                        .named("victims.people"),
                Route.of(
                        Group.INFLUENCE,
                        "/influence/findings",
                        "findings",
                        new Parameter("region", new Kind.Place(), "--region", "LAC")),
                Route.of(
                        Group.INFLUENCE,
                        "/influence/divergence",
                        "divergence",
                        new Parameter("region", new Kind.Place(), "--region", "LAC"),
                        year2014,
                        EVIDENCE),
                Route.of(Group.INFLUENCE, "/influence/country/{country}", "divergence", COUNTRY, EVIDENCE)
                        .named("divergence.country"),
                Route.of(
                        Group.INFLUENCE,
                        "/influence/disparity",
                        "disparity",
                        option("by", ALIKE, "evidence+capacity"),
                        option("evidence", SETS, "independent"),
                        CALLIPER),
                Route.of(
                        Group.INFLUENCE,
                        "/influence/why",
                        "why",
                        COUNTRY,
                        place("from", new Kind.Report(), "2014"),
                        place("to", new Kind.Report(), "2015"),
                        CALLIPER),
                Route.of(
                        Group.INFLUENCE,
                        "/influence/like",
                        "like",
                        COUNTRY,
                        place("year", new Kind.Report(), "2014"),
                        option("by", ALIKE, "evidence"),
                        option("evidence", SETS, "independent"),
                        CALLIPER),
                Route.of(Group.INFLUENCE, "/influence/moves", "moves", REGION, last),
                Route.of(
                        Group.INFLUENCE,
                        "/influence/never",
                        "never",
                        REGION,
                        YEARS,
                        GROUPS,
                        rare("lag", new Kind.Whole(0, 10))),
                Route.of(Group.INFLUENCE, "/influence/universes", "universes"),
                Route.of(
                                Group.INFLUENCE,
                                "/influence/universe/{universe}",
                                "universes",
                                place("universe", new Kind.Choice(UNIVERSES), ""))
                        .named("universe")
                        .listing("universes --specifications", "universe"),
                Route.of(Group.INFLUENCE, "/influence/calibration", "divergence --calibration")
                        .named("calibration"),
                Route.of(Group.INFLUENCE, "/influence/move-calibration", "moves --calibration")
                        .named("move.calibration"),
                Route.of(
                        Group.INFLUENCE,
                        "/influence/panel",
                        "panel",
                        REGION,
                        YEARS,
                        lag("evidence-lag"),
                        lag("interest-lag"),
                        lag("control-lag")),
                Route.of(Group.INFLUENCE, "/influence/fit", "fit --panel", model(List.of()))
                        .named("fit"),
                Route.of(
                                Group.INFLUENCE,
                                "/influence/table/{key}",
                                "fit",
                                model(List.of(new Parameter("key", new Kind.Handed(), "--data", ""))))
                        .named("fit.table"),
                Route.of(Group.SOURCES, "/sources", "sources"),
                Route.of(Group.SOURCES, "/source/{key}", "sources", place("key", new Kind.Words(80), ""))
                        .named("source"),
                Route.of(Group.SOURCES, "/data", "data describe").named("data")));
    }

    /// The form that begins an assessment; its page is made apart.
    static Route assess(int latest) {
        return Route.of(
                        Group.LAW,
                        "/assess",
                        "assess",
                        new Parameter("country", new Kind.OneCountry(), "", ""),
                        option("year", new Kind.Report(), Integer.toString(latest)))
                .named("assess");
    }

    private static Parameter interest() {
        return option(
                "interest",
                new Kind.Choice(List.of(
                        "democracy",
                        "trade",
                        "narcotics",
                        "migration",
                        "border_security",
                        "counter_terrorism",
                        "aid",
                        "un_alignment",
                        "instability")),
                "");
    }

    private static Parameter lag(String name) {
        return option(name, new Kind.Whole(0, 10), "1").with(Need.RARE);
    }

    /// What a regression takes.
    ///
    /// @param rows says which rows, where that is to be said
    private static Parameter[] model(List<Parameter> rows) {
        var all = new ArrayList<>(rows);
        all.add(option("outcome", new Kind.Words(60), "").with(Need.REQUIRED));
        all.add(option("levels", new Kind.Words(200), ""));
        all.add(option("terms", new Kind.Words(Parameter.LONGEST), ""));
        all.add(option("cluster", new Kind.Words(120), ""));
        all.add(rare("by-threshold", new Kind.Words(Parameter.LONGEST)));
        all.add(option("link", new Kind.Choice(List.of("logit", "probit", "cloglog")), "logit")
                .with(Need.RARE));
        for (var column : List.of("random", "thresholds", "weights", "offset", "unit", "time")) {
            all.add(rare(column, new Kind.Words(60)));
        }
        all.add(rare("lag", new Kind.Whole(0, 20)));
        all.add(option("level", new Kind.Choice(List.of("0.9", "0.95", "0.99")), "0.95")
                .with(Need.RARE));
        all.add(rare("bootstrap", new Kind.Whole(0, 9999)));
        all.add(rare("seed", new Kind.Whole(0, Integer.MAX_VALUE)));
        for (var more : List.of("bias-reduced", "profile", "brant")) {
            all.add(rare(more, new Kind.Switch()));
        }
        return all.toArray(Parameter[]::new);
    }

    private static Parameter rare(String name, Kind kind) {
        return option(name, kind, "").with(Need.RARE);
    }

    private static Parameter kind() {
        return option("kind", new Kind.Choice(List.of("mechanical", "judgement", "mixed")), "");
    }

    /// Policies by name only: a policy file would be a path on the server.
    private static Parameter policy() {
        return option("policy", new Kind.Choice(List.of("no-waivers", "all-tier-3", "as-waived")), "no-waivers");
    }

    public List<Route> all() {
        return all;
    }

    /// The routes of a part of the navigation.
    List<Route> in(Group group) {
        return all.stream().filter(r -> r.group() == group).toList();
    }

    /// A route and what its path says.
    ///
    /// @param inPath the value in the path; empty where none stands there
    record Found(Route route, String inPath) {}

    /// The route of a path.
    Optional<Found> find(String path) {
        for (var route : all) {
            if (route.inPath().isEmpty() && route.path().equals(path)) {
                return Optional.of(new Found(route, ""));
            }
        }
        for (var route : all) {
            if (route.inPath().isPresent()) {
                if (path.equals(route.stem())) {
                    return Optional.of(new Found(route, ""));
                }
                var rest = path.startsWith(route.stem() + "/")
                        ? path.substring(route.stem().length() + 1)
                        : "";
                if (!rest.isEmpty() && rest.indexOf('/') < 0) {
                    return Optional.of(new Found(route, rest));
                }
            }
        }
        return Optional.empty();
    }

    /// The route with this key.
    Route byKey(String key) {
        return all.stream().filter(r -> r.key().equals(key)).findFirst().orElseThrow();
    }
}
