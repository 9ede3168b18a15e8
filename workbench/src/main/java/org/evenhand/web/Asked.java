package org.evenhand.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.core.BadRequest;

/// What an address asks: a route and the values of its parameters, checked.
///
/// @param route the question
/// @param values by name, in the order of the route, without those that say nothing
public record Asked(Route route, Map<String, List<String>> values) {
    public Asked {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// Reads the values.
    ///
    /// @throws BadRequest if one is unknown, given twice or not possible
    static Asked read(Route route, Map<String, List<String>> given) {
        for (var name : given.keySet()) {
            if (route.parameter(name).isEmpty()) {
                throw new BadRequest(
                        "There is no parameter '%s' here.".formatted(name.length() > 40 ? name.substring(0, 40) : name),
                        route.parameters().isEmpty()
                                ? "Leave it out."
                                : "Use "
                                        + String.join(
                                                ", ",
                                                route.parameters().stream()
                                                        .map(Parameter::name)
                                                        .toList())
                                        + ".");
            }
        }
        var values = new LinkedHashMap<String, List<String>>();
        for (var parameter : route.parameters()) {
            var read = new ArrayList<String>();
            for (var text : given.getOrDefault(parameter.name(), List.of())) {
                for (var line : parameter.kind() instanceof Parameter.Kind.Lines
                        ? text.split("\\R", -1)
                        : new String[] {text}) {
                    parameter.read(line).ifPresent(read::add);
                }
            }
            if (read.size() > parameter.most()) {
                throw new BadRequest(
                        "%s is given %d times.".formatted(parameter.name(), read.size()),
                        "Give at most %d.".formatted(parameter.most()));
            }
            if (!read.isEmpty()) {
                values.put(parameter.name(), List.copyOf(read));
            }
        }
        return new Asked(route, values);
    }

    /// The value of a parameter, or the usual one.
    public String value(String name) {
        return given(name)
                .orElseGet(() -> route.parameter(name).map(Parameter::usual).orElse(""));
    }

    /// The value that the address gives.
    public Optional<String> given(String name) {
        return Optional.ofNullable(values.get(name)).map(List::getFirst);
    }

    /// The first parameter that is needed and missing.
    Optional<Parameter> missing() {
        return route.parameters().stream()
                .filter(p -> p.required() && !values.containsKey(p.name()))
                .findFirst();
    }

    /// The address, below `base`, with an ending such as `.csv`.
    String address(String base, String ending) {
        var address = new StringBuilder(base).append(route.stem());
        var inPath = route.inPath();
        inPath.ifPresent(p -> address.append('/').append(encoded(value(p.name()))));
        if (!ending.isEmpty() && route.path().equals("/")) {
            address.append("index");
        }
        address.append(ending);
        char mark = '?';
        for (var entry : values.entrySet()) {
            if (inPath.filter(p -> p.name().equals(entry.getKey())).isPresent()) {
                continue;
            }
            for (var value : entry.getValue()) {
                address.append(mark).append(encoded(entry.getKey())).append('=').append(encoded(value));
                mark = '&';
            }
        }
        return address.toString();
    }

    /// The words of one of the commands that answer.
    List<String> words(Route.Part part) {
        var words = new ArrayList<>(part.words());
        var places = new ArrayList<String>();
        for (var parameter : route.parameters()) {
            if (!part.takes().contains(parameter.name())) {
                continue;
            }
            var all = values.getOrDefault(
                    parameter.name(), parameter.usual().isEmpty() ? List.of() : List.of(parameter.usual()));
            for (var value : all) {
                if (parameter.kind() instanceof Parameter.Kind.Switch) {
                    words.add(parameter.flag());
                } else if (parameter.flag().isEmpty()) {
                    places.add(value);
                } else {
                    words.add(parameter.flag() + '=' + value);
                }
            }
        }
        // What stands by its place comes after the end of the options, so that no value can become one.
        if (!places.isEmpty()) {
            words.add("--");
            words.addAll(places);
        }
        return words;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2C", ",")
                .replace("%3A", ":");
    }
}
