package org.evenhand.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/// SHA-256 in 64 lower-case hexadecimal digits (FIPS 180-4).
public final class Checksum {
    private Checksum() {}

    /// Of these bytes, one part after the other.
    public static String of(byte[]... parts) {
        return of(Stream.of(parts));
    }

    /// Of texts in UTF-8, one after the other without anything between them.
    public static String ofTexts(Stream<String> texts) {
        return of(texts.map(text -> text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Of these lines in UTF-8, each with `\n` behind it.
    public static String ofLines(Stream<String> lines) {
        return ofTexts(lines.map(line -> line + "\n"));
    }

    private static String of(Stream<byte[]> parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            parts.forEachOrdered(digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
