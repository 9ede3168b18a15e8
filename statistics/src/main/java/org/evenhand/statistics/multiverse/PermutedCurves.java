package org.evenhand.statistics.multiverse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32;

/// The score statistics of all specifications: of the observed interest (entry 0) and of each permuted one.
///
/// Four bytes each: the one-step effect on the common scale, with its last bit telling whether it is significant at
/// 5%, and NaN where there is no statistic. Kept in a file that is mapped, or in memory; either way a run holds no
/// more than [#CHUNK] numbers of it at a time, so its memory does not grow with specifications × permutations.
/// Each specification has its own place, so threads may write different ones at the same time.
public final class PermutedCurves {
    /// Numbers that are read at a time.
    static final int CHUNK = 1 << 22;

    private final int specifications;
    private final int permutations;
    private final MemorySegment segment;

    private PermutedCurves(int specifications, int permutations, MemorySegment segment) {
        this.specifications = specifications;
        this.permutations = permutations;
        this.segment = segment;
    }

    /// Kept in memory, for small runs.
    public static PermutedCurves inMemory(int specifications, int permutations) {
        return new PermutedCurves(
                specifications,
                permutations,
                Arena.ofAuto().allocate(bytes(specifications, permutations), Float.BYTES));
    }

    /// Kept in a file, which is made or, if it is there, used again.
    public static PermutedCurves inFile(Path file, int specifications, int permutations) {
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long bytes = bytes(specifications, permutations);
            var segment = channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, Arena.ofAuto());
            return new PermutedCurves(specifications, permutations, segment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long bytes(int specifications, int permutations) {
        return Math.max(1, specifications * (permutations + 1L) * Float.BYTES);
    }

    public int specifications() {
        return specifications;
    }

    public int permutations() {
        return permutations;
    }

    /// An effect with its significance in the last bit.
    static float pack(double effect, double z) {
        int bits = Float.floatToRawIntBits((float) effect) & ~1;
        return Float.intBitsToFloat(Math.abs(z) > Joint.CRITICAL ? bits | 1 : bits);
    }

    static boolean significant(float packed) {
        return (Float.floatToRawIntBits(packed) & 1) == 1;
    }

    /// The statistics of specification `number`, from 0.
    void write(int number, float[] statistics) {
        MemorySegment.copy(statistics, 0, segment, ValueLayout.JAVA_FLOAT, at(number, 0), permutations + 1);
    }

    /// Says that specification `number` has no statistics.
    void writeNone(int number) {
        var none = new float[permutations + 1];
        Arrays.fill(none, Float.NaN);
        write(number, none);
    }

    /// A checksum of what stands for specification `number`, to tell after an interruption whether it is whole.
    public long checksum(int number) {
        var crc = new CRC32();
        crc.update(segment.asSlice(at(number, 0), (permutations + 1L) * Float.BYTES)
                .asByteBuffer());
        return crc.getValue();
    }

    private long at(int number, int curve) {
        return (number * (permutations + 1L) + curve) * Float.BYTES;
    }

    /// Something to do with the defined effects of one curve.
    @FunctionalInterface
    interface Use {
        /// @param curve 0 is the observed one
        /// @param effects packed, in order of specifications; only the first `count` count
        void accept(int curve, float[] effects, int count);
    }

    /// Every curve in turn, in chunks of permutations.
    void forEachCurve(Use use) {
        int width = Math.clamp(CHUNK / Math.max(1, specifications), 1, permutations + 1);
        var slice = new float[width];
        var chunk = new float[width][specifications];
        for (int from = 0; from <= permutations; from += width) {
            int size = Math.min(width, permutations + 1 - from);
            var used = new int[size];
            for (int s = 0; s < specifications; s++) {
                MemorySegment.copy(segment, ValueLayout.JAVA_FLOAT, at(s, from), slice, 0, size);
                for (int k = 0; k < size; k++) {
                    if (!Float.isNaN(slice[k])) {
                        chunk[k][used[k]++] = slice[k];
                    }
                }
            }
            for (int k = 0; k < size; k++) {
                use.accept(from + k, chunk[k], used[k]);
            }
        }
    }
}
