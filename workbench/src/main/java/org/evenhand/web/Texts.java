package org.evenhand.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;

/// The texts of the interface in one language, from `texts_en.properties` and `texts_es.properties`.
public final class Texts {
    private static final Map<Language, Texts> ALL = load();

    private final Map<String, String> texts = new HashMap<>();

    private Texts(Language language) {
        var file = "texts_%s.properties".formatted(language.code());
        try (var in = Texts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the program");
            }
            var read = new Properties();
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            read.forEach((key, text) -> texts.put((String) key, (String) text));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static Map<Language, Texts> load() {
        var all = new EnumMap<Language, Texts>(Language.class);
        for (var language : Language.values()) {
            all.put(language, new Texts(language));
        }
        return all;
    }

    public static Texts of(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    /// The text with this key, `%s` filled in.
    ///
    /// @throws IllegalArgumentException if there is none, which a test rules out for every key that pages use
    public String get(String key, Object... values) {
        var text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("there is no text '" + key + "'");
        }
        return values.length == 0 ? text : text.formatted(values);
    }

    /// The text with this key, or `otherwise`.
    String or(String key, String otherwise) {
        return texts.getOrDefault(key, otherwise);
    }

    /// What a parameter is called on the page of a question; elsewhere it may mean something else.
    String label(String route, String parameter) {
        return or("parameter." + route + "." + parameter, get("parameter." + parameter));
    }

    /// All keys.
    public SortedSet<String> keys() {
        return new TreeSet<>(texts.keySet());
    }
}
