package org.evenhand.print;

import java.util.Collection;
import java.util.Set;
import org.evenhand.core.Basis;
import org.evenhand.core.Figure;
import org.evenhand.core.Standing;
import org.evenhand.core.Tier;
import org.evenhand.core.Unranked;
import org.evenhand.document.Text;

/// Running text, figures, placements and citations as XHTML. Every figure links to its passport, every source
/// key to its source.
final class HtmlInline {
    private static final int MOST_KEYS = 12;

    private final Html out;
    private final Passports passports;
    private final Set<String> known;
    private final PageContext context;

    /// @param known source keys that have an entry to link to
    HtmlInline(Html out, Passports passports, Set<String> known, PageContext context) {
        this.context = context;
        this.out = out;
        this.passports = passports;
        this.known = known;
    }

    void text(Text text) {
        for (var span : text.spans()) {
            switch (span) {
                case Text.Span.Words(var words) -> words(words);
                case Text.Span.Number(var figure) -> figure(figure, NumberText.prose(figure));
                case Text.Span.Placed placed -> {
                    out.raw("<span class=\"placed\">").text(placed.standing().label());
                    out.text(mark(placed.basis())).raw("</span>");
                }
                case Text.Span.Cited(var keys) -> cited(keys);
            }
        }
        var rest = SourceKeys.uncited(text);
        if (!rest.isEmpty()) {
            out.raw(" ");
            cited(rest);
        }
    }

    private void words(String words) {
        var language = context.language(words);
        if (language.isEmpty()) {
            out.text(words);
        } else {
            out.element("span", language, words);
        }
    }

    private static String mark(Basis basis) {
        return basis.mark().isEmpty() ? "" : " (" + basis.mark() + ')';
    }

    /// A number that leads to its passport by pointer, key and touch.
    void figure(Figure figure, String shown) {
        out.raw("<a class=\"n\" href=\"#p")
                .raw(Integer.toString(passports.number(figure)))
                .raw("\"");
        out.attribute("title", Passports.line(figure)).raw(">").text(shown).raw("</a>");
    }

    /// Source keys in square brackets; where they are many, how many, with a link to their list. The passports of the
    /// numbers have them all.
    void cited(Collection<String> keys) {
        out.raw("<span class=\"cite\">[");
        if (many(keys)) {
            var noun = context.say("sources");
            out.raw("<a href=\"#all-sources\"").language(context.language(noun)).raw(">");
            out.text(keys.size() + " " + noun).raw("</a>");
        } else {
            keys(keys);
        }
        out.raw("]</span>");
    }

    /// Whether so many are no longer read one by one.
    boolean many(Collection<String> keys) {
        return keys.size() > MOST_KEYS && known.containsAll(keys);
    }

    /// Source keys, each a link, runs joined.
    void keys(Collection<String> keys) {
        var first = true;
        for (var run : SourceKeys.runs(keys)) {
            out.raw(first ? "" : ", ");
            first = false;
            if (known.contains(run.first())) {
                out.raw("<a").attribute("href", "#" + source(run.first())).raw(">");
                out.text(run.text("–")).raw("</a>");
            } else {
                out.text(run.text("–"));
            }
        }
    }

    static String source(String key) {
        return "src-" + Html.anchor(key);
    }

    /// The class of a standing in the style sheets.
    static String styleOf(Standing standing) {
        return switch (standing) {
            case Tier tier ->
                switch (tier) {
                    case TIER_1 -> "t1";
                    case TIER_2 -> "t2";
                    case WATCH_LIST -> "tw";
                    case TIER_3 -> "t3";
                };
            case Unranked unranked ->
                switch (unranked) {
                    case SPECIAL_CASE -> "ts";
                    case NOT_IN_REPORT -> "tn";
                };
        };
    }
}
