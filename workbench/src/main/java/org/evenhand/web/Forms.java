package org.evenhand.web;

import java.util.List;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.print.Html;

/// Forms made from a route's parameters. They ask with GET, so that the address holds all that was chosen.
final class Forms {
    private static final List<String> REGIONS = List.of("WORLD", "LAC", "AF", "EAP", "EUR", "NEA", "SCA", "WHA");

    private final Catalogue catalogue;
    private final Language language;
    private final Texts texts;

    Forms(Catalogue catalogue, Language language) {
        this.catalogue = catalogue;
        this.language = language;
        this.texts = Texts.of(language);
    }

    /// The form of a route, filled with what was asked.
    String of(Asked asked) {
        var out = new Html();
        var route = asked.route();
        if (route.parameters().isEmpty()) {
            return "";
        }
        out.raw("<form class=\"ask\" method=\"get\"").attribute("action", route.stem());
        out.attribute("aria-label", texts.get("form.label")).raw(">\n");
        boolean folded = false;
        for (var parameter : route.parameters()) {
            if (parameter.need() == Parameter.Need.RARE && !folded) {
                folded = true;
                out.raw("<details").raw(rarelyAsked(asked) ? " open=\"open\"" : "");
                out.raw("><summary>").text(texts.get("form.more")).raw("</summary>\n");
            }
            if (parameter.kind() instanceof Parameter.Kind.Handed) {
                out.raw("<input type=\"hidden\"").attribute("name", parameter.name());
                out.attribute("value", asked.value(parameter.name())).raw("/>\n");
                continue;
            }
            field(out, route, parameter, asked);
        }
        out.raw(folded ? "</details>\n" : "");
        if (language != Language.ENGLISH) {
            out.raw("<input type=\"hidden\" name=\"lang\"")
                    .attribute("value", language.code())
                    .raw("/>\n");
        }
        out.raw("<p class=\"go\"><button type=\"submit\">")
                .text(texts.get("form.go"))
                .raw("</button></p>\n</form>\n");
        return out.toString();
    }

    /// Whether something that forms fold away was chosen, so that it is to be seen.
    private static boolean rarelyAsked(Asked asked) {
        return asked.route().parameters().stream()
                .anyMatch(p -> p.need() == Parameter.Need.RARE
                        && !asked.value(p.name()).equals(p.usual()));
    }

    private void field(Html out, Route route, Parameter parameter, Asked asked) {
        var id = "f-" + route.key().replace('.', '-') + "-" + parameter.name();
        var value = asked.value(parameter.name());
        var label = texts.label(route.key(), parameter.name());
        if (parameter.kind() instanceof Parameter.Kind.Switch) {
            out.raw("<p class=\"check\"><input type=\"checkbox\" value=\"yes\"").attribute("name", parameter.name());
            out.attribute("id", id).raw(asked.given(parameter.name()).isPresent() ? " checked=\"checked\"" : "");
            out.raw("/> <label").attribute("for", id).raw(">").text(label).raw("</label></p>\n");
            return;
        }
        out.raw("<p><label").attribute("for", id).raw(">").text(label).raw("</label>\n");
        switch (parameter.kind()) {
            case Parameter.Kind.Choice(var values) -> {
                open(out, id, parameter);
                if (parameter.usual().isEmpty()) {
                    option(out, "", texts.or("any." + parameter.name(), texts.get("form.any")), value);
                }
                values.forEach(v -> option(out, v, texts.or("choice." + v, v), value));
                out.raw("</select>");
            }
            case Parameter.Kind.Report _ -> {
                open(out, id, parameter);
                if (parameter.usual().isEmpty()) {
                    option(out, "", texts.get("form.any"), value);
                }
                for (int year : catalogue.placements().years()) {
                    option(out, Integer.toString(year), Integer.toString(year), value);
                }
                out.raw("</select>");
            }
            case Parameter.Kind.Lines _ -> {
                out.raw("<textarea rows=\"3\" cols=\"40\"")
                        .attribute("id", id)
                        .attribute("name", parameter.name())
                        .raw(">");
                for (var line : asked.values().getOrDefault(parameter.name(), List.of())) {
                    out.text(line).newline();
                }
                out.raw("</textarea>");
            }
            case Parameter.Kind.Place _ -> {
                input(out, id, parameter, "text", value, " list=\"regions\"");
                datalist(out);
            }
            case Parameter.Kind.OneCountry _ -> {
                input(out, id, parameter, "text", country(value), " list=\"countries\" autocomplete=\"off\"");
                countries(out);
            }
            case Parameter.Kind.Day _ -> input(out, id, parameter, "date", value, "");
            case Parameter.Kind.Whole(var least, var most) ->
                input(out, id, parameter, "number", value, " min=\"%d\" max=\"%d\"".formatted(least, most));
            case Parameter.Kind.Years _ ->
                input(
                        out,
                        id,
                        parameter,
                        "text",
                        value,
                        " size=\"11\" pattern=\"\\d{4}(-\\d{4})?\" placeholder=\"2003-2025\"");
            case Parameter.Kind.Words(var longest) ->
                input(out, id, parameter, "text", value, longest < 200 ? "" : " size=\"44\"");
            case Parameter.Kind.Handed _, Parameter.Kind.Switch _ -> input(out, id, parameter, "text", value, "");
        }
        out.raw("</p>\n");
    }

    private String country(String value) {
        return catalogue.countries().of(value).map(c -> c.name()).orElse(value);
    }

    private static void open(Html out, String id, Parameter parameter) {
        out.raw("<select")
                .attribute("id", id)
                .attribute("name", parameter.name())
                .raw(">");
    }

    private static void option(Html out, String value, String label, String chosen) {
        out.raw("<option").attribute("value", value).raw(value.equals(chosen) ? " selected=\"selected\">" : ">");
        out.text(label).raw("</option>");
    }

    private static void input(Html out, String id, Parameter parameter, String type, String value, String more) {
        out.raw("<input").attribute("type", type).attribute("id", id).attribute("name", parameter.name());
        out.attribute("value", value).raw(more);
        out.raw(parameter.required() ? " required=\"required\"/>" : "/>");
    }

    private void datalist(Html out) {
        out.raw("\n<datalist id=\"regions\">");
        for (var region : REGIONS) {
            out.raw("<option").attribute("value", region).raw(">");
            out.text(texts.get("region." + region)).raw("</option>");
        }
        out.raw("</datalist>");
    }

    private void countries(Html out) {
        out.raw("\n<datalist id=\"countries\">");
        for (var country : catalogue.countries().all()) {
            if (country.assessed()) {
                out.raw("<option").attribute("value", country.name()).raw("></option>");
            }
        }
        out.raw("</datalist>");
    }
}
