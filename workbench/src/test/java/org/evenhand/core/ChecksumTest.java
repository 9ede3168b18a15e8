package org.evenhand.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Against the examples that the standard gives.
class ChecksumTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void isSha256() {
        assertThat(Checksum.of(bytes("abc")))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Checksum.of()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void partsAndLinesAreTheirBytesInARow() {
        assertThat(Checksum.of(bytes("a"), bytes("bc"))).isEqualTo(Checksum.of(bytes("abc")));
        assertThat(Checksum.ofTexts(Stream.of("a", "bc"))).isEqualTo(Checksum.of(bytes("abc")));
        assertThat(Checksum.ofLines(Stream.of("a", "bc"))).isEqualTo(Checksum.of(bytes("a\nbc\n")));
    }
}
