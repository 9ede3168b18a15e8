package org.evenhand.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Folders as tests need them: copied, compared and removed.
public final class Folders {
    private Folders() {}

    /// Copies a tree.
    public static void copy(Path from, Path to) {
        for (var file : walk(from)) {
            var target = to.resolve(from.relativize(file).toString());
            try {
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.toAbsolutePath().getParent());
                    Files.copy(file, target);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// SHA-256 of every file below `folder`, by path.
    public static SortedMap<String, String> contents(Path folder) {
        var sums = new TreeMap<String, String>();
        if (!Files.exists(folder)) {
            return sums;
        }
        for (var file : walk(folder)) {
            if (Files.isRegularFile(file)) {
                sums.put(folder.relativize(file).toString(), sha256(file));
            }
        }
        return sums;
    }

    /// Removes a tree; what is gone already does not matter.
    public static void delete(Path folder) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        var files = new ArrayList<>(walk(folder));
        files.sort(Comparator.reverseOrder());
        for (var file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static List<Path> walk(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
