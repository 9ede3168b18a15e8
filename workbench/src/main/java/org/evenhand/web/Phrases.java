package org.evenhand.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/// The fixed sentences of answers and printers in another language, by the English sentence (`phrases_es.properties`:
/// `en.N` and `es.N`). What is not there stays English.
final class Phrases {
    private static final Phrases NONE = new Phrases(Map.of());
    private static final Phrases SPANISH = new Phrases(load("es"));

    private final Map<String, String> phrases;

    private Phrases(Map<String, String> phrases) {
        this.phrases = phrases;
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
        return phrases.getOrDefault(english, english);
    }

    Map<String, String> all() {
        return phrases;
    }
}
