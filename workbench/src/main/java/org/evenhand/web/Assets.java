package org.evenhand.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenhand.print.HtmlPrinter;

/// Style sheets, modules and pictures of the interface. Only these files can be asked for, by name.
final class Assets {
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private final Map<String, Reply> files = new TreeMap<>();

    Assets() {
        put("page.css", HtmlPrinter.styleSheet().getBytes(StandardCharsets.UTF_8));
        for (var name :
                new String[] {"site.css", "site.js", "map.js", "curve.js", "job.js", "weigh.js", "assess.js", "icon.svg"
                }) {
            put(name, resource(name));
        }
    }

    private void put(String name, byte[] bytes) {
        var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        files.put(name, Reply.of(String.valueOf(type), bytes));
    }

    private static byte[] resource(String name) {
        try (var in = Assets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    Optional<Reply> get(String name) {
        return Optional.ofNullable(files.get(name));
    }
}
