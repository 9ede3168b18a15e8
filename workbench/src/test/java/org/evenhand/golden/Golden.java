package org.evenhand.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Compares printed text with a file under `src/test/golden/`.
///
/// A difference fails the test, shows the lines that differ, and leaves the actual text under
/// `target/golden/`. Accepting is a deliberate act of its own: `mvn -pl workbench -am test
/// -Dgolden.accept=true`, then read the diff of the commit and say in its message why the output changed.
public final class Golden {
    private static final Path EXPECTED = Path.of("src", "test", "golden");
    private static final Path ACTUAL = Path.of("target", "golden");
    private static final int CONTEXT = 2;
    private static final int MOST_LINES = 60;

    private Golden() {}

    /// @param name path below `src/test/golden/`, for example `print/account.txt`
    public static void check(String name, String actual) {
        var file = EXPECTED.resolve(name);
        try {
            if (Boolean.getBoolean("golden.accept")) {
                write(file, actual);
                return;
            }
            var kept = ACTUAL.resolve(name);
            if (!Files.exists(file)) {
                write(kept, actual);
                throw new AssertionError("There is no " + file + "; the actual text is in " + kept + ".\n" + HOW);
            }
            var expected = Files.readString(file, StandardCharsets.UTF_8);
            if (!expected.equals(actual)) {
                write(kept, actual);
                throw new AssertionError("The output differs from " + file + "; the actual text is in " + kept + ".\n"
                        + HOW + "\n" + difference(expected, actual));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final String HOW =
            "If the change is meant, accept it with -Dgolden.accept=true and say why in the commit.";

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    /// The differing middle part, between what both begin with and what both end with.
    static String difference(String expected, String actual) {
        var before = expected.split("\n", -1);
        var after = actual.split("\n", -1);
        var start = 0;
        while (start < before.length && start < after.length && before[start].equals(after[start])) {
            start++;
        }
        var end = 0;
        while (end < before.length - start
                && end < after.length - start
                && before[before.length - 1 - end].equals(after[after.length - 1 - end])) {
            end++;
        }
        var lines = new ArrayList<String>();
        lines.add("@@ line " + (start + 1) + " @@");
        add(lines, "  ", before, Math.max(0, start - CONTEXT), start);
        add(lines, "- ", before, start, before.length - end);
        add(lines, "+ ", after, start, after.length - end);
        add(lines, "  ", before, before.length - end, Math.min(before.length, before.length - end + CONTEXT));
        return String.join("\n", lines);
    }

    private static void add(List<String> lines, String sign, String[] text, int from, int to) {
        for (var i = from; i < to; i++) {
            if (i - from == MOST_LINES) {
                lines.add(sign + "… " + (to - i) + " more");
                return;
            }
            lines.add(sign + text[i]);
        }
    }
}
