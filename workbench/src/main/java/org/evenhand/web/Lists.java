package org.evenhand.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.evenhand.core.BadRequest;
import org.evenhand.core.Checksum;
import org.evenhand.print.Html;

/// Tables of lists that users hand in for an estimate. They are kept under their checksum in a private folder as long
/// as the
/// server runs, the last few of them only.
final class Lists implements AutoCloseable {
    static final String PATH = "/victims/lists";

    /// Digits of a key.
    static final int KEY = 24;

    /// What is a key.
    static final String KEYS = "^[0-9a-f]{24}$";

    private static final int MOST = 40;
    private static final int LARGEST = 500_000;

    private final Path folder;
    private final String secret;
    private final ArrayDeque<String> kept = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();

    Lists(String secret) {
        this.secret = secret;
        try {
            this.folder = Files.createTempDirectory("evenhand-lists");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Takes a table in.
    ///
    /// @return its key
    String take(String text) {
        if (text.isBlank()) {
            throw new BadRequest("No table was given.", "Choose a file or paste the table.");
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LARGEST) {
            throw new BadRequest("The table has more than %,d bytes.".formatted(LARGEST), "Use the command line.");
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

    /// Where a table is.
    ///
    /// @throws BadRequest if there is none with this key
    Path file(String key) {
        if (!key.matches(KEYS)) {
            throw new BadRequest("That is not the key of a table.", "Hand in the table at %s.".formatted(PATH));
        }
        return folder.resolve("lists-" + key + ".csv");
    }

    Path kept(String key) {
        var file = file(key);
        if (!Files.exists(file)) {
            throw new BadRequest("That table is not here any more.", "Hand it in again at %s.".formatted(PATH));
        }
        return file;
    }

    /// A message without the name of our folder.
    String plain(String message) {
        return message.replace(folder + "/", "").replace(folder.toString(), "");
    }

    /// The page on which a table is handed in.
    String page(Ask ask) {
        var texts = Texts.of(ask.language());
        var layout = new Layout(ask.language());
        var out = new Html();
        out.element("h1", texts.get("lists.title")).newline();
        out.element("p", "subtitle", texts.get("lists.lead")).newline();
        out.raw("<form class=\"ask\" method=\"post\" enctype=\"multipart/form-data\"")
                .attribute("action", layout.in(PATH))
                .raw(">\n");
        out.raw("<input type=\"hidden\" name=\"form\"")
                .attribute("value", secret)
                .raw("/>\n");
        out.raw("<p><label for=\"lists-file\">").text(texts.get("lists.file")).raw("</label>\n");
        out.raw("<input type=\"file\" id=\"lists-file\" name=\"file\" accept=\".csv,text/csv\"/></p>\n");
        out.raw("<p><label for=\"lists-text\">").text(texts.get("lists.text")).raw("</label>\n");
        out.raw("<textarea id=\"lists-text\" name=\"text\" rows=\"8\" cols=\"40\"></textarea></p>\n");
        out.raw("<p class=\"go\"><button type=\"submit\">")
                .text(texts.get("lists.go"))
                .raw("</button></p>\n</form>\n");
        return layout.page(Layout.View.of(texts.get("lists.title"), PATH, layout.other(PATH), out.toString()));
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
