package org.evenhand.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import org.evenhand.core.BadRequest;
import org.evenhand.core.Checksum;
import org.evenhand.print.Html;

/// Files that users hand in for one question: tables, problems, policies. They are kept under their checksum
/// in a private folder as long as the server runs, the last few of them only.
final class HandedIn implements AutoCloseable {
    /// What a table is for.
    enum Use {
        LISTS("/victims/lists", 500_000, ".csv"),
        /// As large as a form can be, less the rest of the form.
        TABLE("/influence/table", Posts.LARGEST - 10_000, ".csv"),
        PROBLEM("/sanctions/problem", 50_000, ".yaml"),
        POLICY("/sanctions/policy", 50_000, ".yaml");

        /// Where it is handed in; its answers stand below.
        final String path;

        private final int largest;
        private final String ending;

        Use(String path, int largest, String ending) {
            this.path = path;
            this.largest = largest;
            this.ending = ending;
        }

        private String accepted() {
            return ending.equals(".csv") ? ".csv,text/csv" : ".yaml,.yml,.json";
        }

        private String text(String key) {
            return name().toLowerCase(Locale.ROOT) + "." + key;
        }
    }

    /// Digits of a key.
    static final int KEY = 24;

    /// What is a key.
    static final String KEYS = "^[0-9a-f]{24}$";

    private static final int MOST = 40;
    private static final int MOST_SHOWN = 2_000;

    private final Use use;
    private final Path folder;
    private final String secret;
    private final ArrayDeque<String> kept = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();

    HandedIn(Use use, String secret) {
        this.use = use;
        this.secret = secret;
        try {
            this.folder = Files.createTempDirectory("evenhand-handed-in");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Takes a file in.
    ///
    /// @return its key
    String take(String text) {
        if (text.isBlank()) {
            throw new BadRequest("Nothing was given.", "Choose a file, or paste its text.");
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > use.largest) {
            throw new BadRequest("The file has more than %,d bytes.".formatted(use.largest), "Use the command line.");
        }
        var key = Checksum.of(bytes).substring(0, KEY);
        lock.lock();
        try {
            if (kept.contains(key)) {
                return key;
            }
            Files.write(file(key), bytes);
            kept.add(key);
            if (kept.size() > MOST) {
                Files.deleteIfExists(file(kept.removeFirst()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
        return key;
    }

    /// Where a file is.
    ///
    /// @throws BadRequest if there is none with this key
    Path file(String key) {
        if (!key.matches(KEYS)) {
            throw new BadRequest("That is not the key of a file.", "Hand in the file at %s.".formatted(use.path));
        }
        return folder.resolve(use.name().toLowerCase(Locale.ROOT) + "-" + key + use.ending);
    }

    Path kept(String key) {
        var file = file(key);
        if (!Files.exists(file)) {
            throw new BadRequest("That file is not here any more.", "Hand it in again at %s.".formatted(use.path));
        }
        return file;
    }

    /// The first line of a table, which names its columns, shortened.
    String header(String key) {
        try (var lines = Files.lines(kept(key))) {
            var line = lines.findFirst().orElse("").strip();
            return line.length() > MOST_SHOWN ? line.substring(0, MOST_SHOWN) + "…" : line;
        } catch (IOException | UncheckedIOException _) {
            return "";
        }
    }

    /// A message without the name of our folder.
    String plain(String message) {
        return message.replace(folder + "/", "").replace(folder.toString(), "");
    }

    /// The page on which a file is handed in.
    String page(Ask ask) {
        var texts = Texts.of(ask.language());
        var layout = new Layout(ask.language());
        var out = new Html();
        out.element("h1", texts.get(use.text("title"))).newline();
        out.element("p", "subtitle", texts.get(use.text("lead"))).newline();
        out.raw("<form class=\"ask\" method=\"post\" enctype=\"multipart/form-data\"")
                .attribute("action", layout.in(use.path))
                .raw(">\n");
        out.raw("<input type=\"hidden\" name=\"form\"")
                .attribute("value", secret)
                .raw("/>\n");
        out.raw("<p><label for=\"handed-file\">")
                .text(texts.get(use.text("file")))
                .raw("</label>\n");
        out.raw("<input type=\"file\" id=\"handed-file\" name=\"file\" ")
                .attribute("accept", use.accepted())
                .raw("/></p>\n");
        out.raw("<p><label for=\"handed-text\">")
                .text(texts.get(use.text("text")))
                .raw("</label>\n");
        out.raw("<textarea id=\"handed-text\" name=\"text\" rows=\"8\" cols=\"40\"></textarea></p>\n");
        out.raw("<p class=\"go\"><button type=\"submit\">")
                .text(texts.get(use.text("go")))
                .raw("</button></p>\n</form>\n");
        return layout.page(
                Layout.View.of(texts.get(use.text("title")), use.path, layout.other(use.path), out.toString()));
    }

    /// What a posted form hands in.
    static String text(Posted posted) {
        return posted.first("file").isBlank() ? posted.first("text") : posted.first("file");
    }

    @Override
    public void close() {
        try (var files = Files.list(folder)) {
            for (var file : List.copyOf(files.toList())) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
