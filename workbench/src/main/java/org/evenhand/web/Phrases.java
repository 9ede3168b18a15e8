package org.evenhand.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The fixed sentences of answers and printers in another language, by the English sentence (`phrases_es.properties`:
/// `en.N` and `es.N`). What is not there stays English.
final class Phrases {
    private static final Pattern HOLE = Pattern.compile("\\{(\\d)}");
    private static final Phrases NONE = new Phrases(Map.of());
    private static final Phrases SPANISH = new Phrases(load("es"));

    private final Map<String, String> phrases;
    private final Set<String> spoken;
    private final List<Shape> shapes = new ArrayList<>();

    private Phrases(Map<String, String> phrases) {
        this.phrases = phrases;
        this.spoken = Set.copyOf(phrases.values());
        phrases.forEach((english, other) -> {
            if (HOLE.matcher(english).find()) {
                shapes.add(new Shape(english.length(), Shape.pattern(english), other));
            }
        });
        shapes.sort(Comparator.comparingInt(Shape::length).reversed());
    }

    /// A sentence with holes, `{1}` and so on.
    private record Shape(int length, Pattern english, String other) {
        static Pattern pattern(String english) {
            var pattern = new StringBuilder();
            int at = 0;
            var hole = HOLE.matcher(english);
            while (hole.find()) {
                pattern.append(Pattern.quote(english.substring(at, hole.start())))
                        .append("(.+?)");
                at = hole.end();
            }
            return Pattern.compile(
                    pattern.append(Pattern.quote(english.substring(at))).toString());
        }
    }

    static Phrases of(Language language) {
        return language == Language.SPANISH ? SPANISH : NONE;
    }

    private static Map<String, String> load(String code) {
        var file = "phrases_%s.properties".formatted(code);
        try (var in = Phrases.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the program");
            }
            var read = new Properties();
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            var phrases = new HashMap<String, String>();
            for (var key : read.stringPropertyNames()) {
                if (key.startsWith("en.")) {
                    phrases.put(read.getProperty(key), read.getProperty(code + key.substring(2), ""));
                }
            }
            return Map.copyOf(phrases);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    String say(String english) {
        return said(english).orElse(english);
    }

    /// The sentence in this language; empty where it is not there.
    Optional<String> said(String english) {
        var whole = phrases.get(english);
        if (whole != null) {
            return Optional.of(whole);
        }
        for (var shape : shapes) {
            var match = shape.english().matcher(english);
            if (match.matches()) {
                return Optional.of(HOLE.matcher(shape.other())
                        .replaceAll(
                                hole -> Matcher.quoteReplacement(say(match.group(Integer.parseInt(hole.group(1)))))));
            }
        }
        return Optional.empty();
    }

    /// Whether a text is one of the fixed sentences in this language.
    boolean speaks(String text) {
        return spoken.contains(text);
    }

    Map<String, String> all() {
        return phrases;
    }
}
