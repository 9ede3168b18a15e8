package org.evenhand.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.document.Block;

/// A question with an address: a page, the same question in the API, and the commands that answer it.
///
/// @param key its name in the texts, for example `law.diff`
/// @param path its address, for example `/law/diff` or `/country/{country}`; the braces name the parameter that stands
/// there
/// @param group where it stands in the navigation
/// @param parameters what the address may say
/// @param parts the commands that answer it; with more than one, the page joins their answers
/// @param picture a picture that the page adds, made from the answer
/// @param listing a command that prints one long table beside the answer: the page shows its beginning, and its CSV is
/// had by the table's name; the answer as a file is without it
public record Route(
        String key,
        String path,
        Group group,
        List<Parameter> parameters,
        List<Part> parts,
        Optional<Picture> picture,
        Optional<Part> listing) {
    public Route {
        parameters = List.copyOf(parameters);
        parts = List.copyOf(parts);
    }

    /// Where a page stands in the navigation.
    public enum Group {
        LOOK,
        LAW,
        SANCTIONS,
        VICTIMS,
        INFLUENCE,
        SOURCES
    }

    /// A command, and which parameters it takes.
    ///
    /// @param words the command, for example `law diff`
    /// @param takes names of parameters
    public record Part(List<String> words, List<String> takes) {
        public Part {
            words = List.copyOf(words);
            takes = List.copyOf(takes);
        }
    }

    /// A picture made from what was asked.
    @FunctionalInterface
    public interface Picture {
        Block.Chart of(Catalogue catalogue, Asked asked);
    }

    /// A question that one command answers with all parameters.
    static Route of(Group group, String path, String command, Parameter... parameters) {
        var names = new ArrayList<String>();
        for (var parameter : parameters) {
            names.add(parameter.name());
        }
        return new Route(
                command.replace(' ', '.'),
                path,
                group,
                List.of(parameters),
                List.of(new Part(List.of(command.split(" ")), names)),
                Optional.empty(),
                Optional.empty());
    }

    Route named(String other) {
        return new Route(other, path, group, parameters, parts, picture, listing);
    }

    Route with(Picture shown) {
        return new Route(key, path, group, parameters, parts, Optional.of(shown), listing);
    }

    /// Adds another command, which takes these of the parameters.
    Route and(String command, String... takes) {
        var all = new ArrayList<>(parts);
        all.add(new Part(List.of(command.split(" ")), List.of(takes)));
        return new Route(key, path, group, parameters, all, picture, listing);
    }

    /// Adds the long table that another command prints, which takes these of the parameters.
    Route listing(String command, String... takes) {
        var table = new Part(List.of(command.split(" ")), List.of(takes));
        return new Route(key, path, group, parameters, parts, picture, Optional.of(table));
    }

    /// The path before the parameter in braces.
    public String stem() {
        int brace = path.indexOf("/{");
        return brace < 0 ? path : path.substring(0, brace);
    }

    /// The parameter that stands in the path.
    public Optional<Parameter> inPath() {
        int brace = path.indexOf("/{");
        if (brace < 0) {
            return Optional.empty();
        }
        var name = path.substring(brace + 2, path.length() - 1);
        return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /// Whether the answer rests on something that a user handed in, which may be gone tomorrow.
    boolean handed() {
        return parameters.stream().anyMatch(p -> p.kind() instanceof Parameter.Kind.Handed);
    }

    Optional<Parameter> parameter(String name) {
        return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
    }
}
