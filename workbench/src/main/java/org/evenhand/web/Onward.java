package org.evenhand.web;

import java.util.List;
import org.evenhand.print.Html;

/// Where a reader goes on from an answer: the same country, region or report under another question. Questions stand in
/// the words of who asks them (`next.…`), so that nobody must know what an analysis is called.
final class Onward {
    /// Questions that the first page begins with.
    private static final List<Step> FIRST = List.of(
            new Step("some.country", "/influence/country"),
            new Step("universes", "/influence/universes"),
            new Step("never", "/influence/never"),
            new Step("sanctions.ledger", "/sanctions/ledger?region=WORLD"),
            new Step("why", "/influence/why"),
            new Step("disparity", "/influence/disparity"),
            new Step("law.explain", "/law/trace"),
            new Step("findings", "/influence/findings"),
            new Step("assess", "/assess"));

    private final int latest;

    /// @param latest the latest report on record
    Onward(int latest) {
        this.latest = latest;
    }

    /// @param key of the text, after `next.`
    record Step(String key, String address) {}

    /// From the answer to a question; empty where nothing is nearer than the navigation.
    List<Step> from(Asked asked) {
        return switch (asked.route().key()) {
            case "country" -> {
                var country = asked.value("country");
                yield List.of(
                        expected(country),
                        new Step("why", "/influence/why?country=" + country),
                        like(country, latest),
                        ruled(country, latest),
                        new Step("assess", "/assess?country=%s&year=%d".formatted(country, latest)));
            }
            case "divergence.country" -> {
                var country = asked.value("country");
                yield List.of(
                        whole(country),
                        new Step("why", "/influence/why?country=" + country),
                        like(country, latest),
                        new Step("universes", "/influence/universes"),
                        new Step("findings", "/influence/findings"));
            }
            case "why" -> {
                var country = asked.value("country");
                var year = asked.value("to");
                yield List.of(
                        whole(country),
                        expected(country),
                        like(country, Integer.parseInt(year)),
                        ruled(country, Integer.parseInt(year)));
            }
            case "like", "law.explain" -> List.of(whole(asked.value("country")), expected(asked.value("country")));
            case "account" -> {
                var scope = "?region=" + Asked.encoded(asked.value("region"));
                var year = asked.value("year");
                yield List.of(
                        new Step("map", "/map" + scope + "&year=" + year),
                        new Step("divergence", "/influence/divergence" + scope + "&year=" + year),
                        new Step("sanctions.ledger", "/sanctions/ledger" + scope),
                        new Step("findings", "/influence/findings" + scope));
            }
            case "year", "map" -> {
                var year = asked.value("year");
                yield List.of(
                        new Step("moves", "/influence/moves?year=" + year),
                        new Step("law.clock", "/law/clock?year=" + year),
                        new Step("some.country", "/influence/country"));
            }
            case "never" ->
                List.of(
                        new Step("sanctions.ledger", "/sanctions/ledger?region=WORLD"),
                        new Step("disparity", "/influence/disparity"),
                        new Step("findings", "/influence/findings"));
            case "universe", "universes", "disparity", "divergence" ->
                List.of(
                        new Step("some.country", "/influence/country"),
                        new Step("never", "/influence/never"),
                        new Step("findings", "/influence/findings"));
            default -> List.of();
        };
    }

    private static Step whole(String country) {
        return new Step("country", "/country/" + country);
    }

    private static Step expected(String country) {
        return new Step("divergence.country", "/influence/country/" + country);
    }

    private static Step like(String country, int year) {
        return new Step("like", "/influence/like?country=%s&year=%d".formatted(country, year));
    }

    private static Step ruled(String country, int year) {
        return new Step("law.explain", "/law/trace?country=%s&year=%d".formatted(country, year));
    }

    /// The questions of the first page.
    static void first(Html out, Layout layout) {
        write(out, layout, "next.first", FIRST);
    }

    void write(Html out, Asked asked, Layout layout) {
        write(out, layout, "next", from(asked));
    }

    private static void write(Html out, Layout layout, String title, List<Step> steps) {
        if (steps.isEmpty()) {
            return;
        }
        var texts = Texts.of(layout.language());
        out.raw("<nav class=\"years\"")
                .attribute("aria-label", texts.get(title))
                .raw(">\n");
        out.element("p", "label", texts.get(title)).raw("\n<ul>\n");
        for (var step : steps) {
            out.raw("<li><a").attribute("href", layout.in(step.address())).raw(">");
            out.text(texts.or(title + "." + step.key(), texts.get("next." + step.key())))
                    .raw("</a></li>\n");
        }
        out.raw("</ul>\n</nav>\n");
    }
}
