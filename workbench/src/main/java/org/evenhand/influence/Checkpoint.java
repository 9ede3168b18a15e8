package org.evenhand.influence;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.evenhand.core.BadRequest;
import org.evenhand.statistics.multiverse.Outcome;
import org.evenhand.statistics.multiverse.PermutedCurves;
import org.evenhand.statistics.ordinal.Effects;

/// Finished specifications of an interrupted run, in two files: a header with the run's identity and a record for
/// each specification, written as soon as it is finished; and beside it the statistics of its permutations
/// ([PermutedCurves]), which a record vouches for by a checksum. A record that was cut off, or whose statistics are
/// not whole, is ignored. One process at a time holds it.
public final class Checkpoint implements AutoCloseable {
    /// Begins every header; a new one where records change, so that an older program's are not misread.
    private static final String FORM = "2|";

    private final Path file;
    private final PermutedCurves curves;
    private final DataOutputStream out;
    private final SortedMap<Integer, Outcome> done;

    private Checkpoint(Path file, PermutedCurves curves, DataOutputStream out, SortedMap<Integer, Outcome> done) {
        this.file = file;
        this.curves = curves;
        this.out = out;
        this.done = done;
    }

    /// Begins a run, replacing the files of an older one.
    public static Checkpoint begin(Path file, String identity, int specifications, int permutations) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var channel = held(file);
            Files.deleteIfExists(statistics(file));
            var curves = PermutedCurves.inFile(statistics(file), specifications, permutations);
            return new Checkpoint(file, curves, header(channel, identity), new TreeMap<>());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The file, open and locked.
    ///
    /// @throws BadRequest if another run holds it
    private static FileChannel held(Path file) throws IOException {
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean held = false;
        try {
            held = channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            // This process has it.
        }
        if (!held) {
            channel.close();
            throw new BadRequest(
                    "The same run is under way (%s is in use).".formatted(file),
                    "Wait for it, or end it; then --resume goes on from there.");
        }
        return channel;
    }

    /// Goes on with a run.
    ///
    /// @throws BadRequest if there is none, or if it is of another run
    public static Checkpoint resume(Path file, String identity, int specifications, int permutations) {
        if (!Files.exists(file) || !Files.exists(statistics(file))) {
            throw new BadRequest("There is no checkpoint %s.".formatted(file), "Run without --resume.");
        }
        try {
            var channel = held(file);
            var recorded = read(file, channel, identity);
            var curves = PermutedCurves.inFile(statistics(file), specifications, permutations);
            var checkpoint = new Checkpoint(file, curves, header(channel, identity), new TreeMap<>());
            recorded.forEach((number, record) -> {
                if (number < specifications && curves.checksum(number) == record.checksum) {
                    checkpoint.done.put(number, record.outcome);
                    checkpoint.add(number, record.outcome);
                }
            });
            return checkpoint;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path statistics(Path file) {
        return file.resolveSibling(file.getFileName() + ".curves");
    }

    private static DataOutputStream header(FileChannel channel, String identity) throws IOException {
        var out = new DataOutputStream(
                Channels.newOutputStream(channel.truncate(0).position(0)));
        out.writeUTF(FORM + identity);
        out.flush();
        return out;
    }

    private record Recorded(Outcome outcome, long checksum) {}

    private static SortedMap<Integer, Recorded> read(Path file, FileChannel channel, String identity)
            throws IOException {
        var results = new TreeMap<Integer, Recorded>();
        // Not closed: the channel goes on as the output.
        var in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel)));
        try {
            if (!in.readUTF().equals(FORM + identity)) {
                channel.close();
                throw new BadRequest(
                        "The checkpoint %s is of another run (universe, data, scope, seed or permutations differ)."
                                .formatted(file),
                        "Run without --resume.");
            }
            while (true) {
                int number = in.readInt();
                long checksum = in.readLong();
                var bytes = new byte[in.readInt()];
                in.readFully(bytes);
                if (in.readLong() != crc(bytes)) {
                    break;
                }
                results.put(number, new Recorded(decode(bytes), checksum));
            }
        } catch (EOFException e) {
            // The last record was being written when the run ended.
            return results;
        }
        return results;
    }

    /// The specifications that an earlier run finished, by number.
    public SortedMap<Integer, Outcome> done() {
        return Collections.unmodifiableSortedMap(done);
    }

    /// Where the statistics of this run go.
    public PermutedCurves curves() {
        return curves;
    }

    /// Writes that a specification is finished, its statistics included; callers take turns.
    public void add(int number, Outcome outcome) {
        try {
            var bytes = encode(outcome);
            out.writeInt(number);
            out.writeLong(curves.checksum(number));
            out.writeInt(bytes.length);
            out.write(bytes);
            out.writeLong(crc(bytes));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Removes the files of a run that is finished and closed.
    public static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(statistics(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long crc(byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    private static byte[] encode(Outcome outcome) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var data = new DataOutputStream(bytes);
        switch (outcome) {
            case Outcome.Failed(var status, var reason) -> {
                data.writeBoolean(false);
                data.writeUTF(status);
                data.writeUTF(reason);
            }
            case Outcome.Estimated e -> {
                data.writeBoolean(true);
                write(data, e.effect());
                data.writeBoolean(e.second().isPresent());
                if (e.second().isPresent()) {
                    write(data, e.second().get());
                }
                data.writeDouble(e.slope());
                data.writeDouble(e.slopeError());
                data.writeInt(e.n());
                data.writeInt(e.blocks());
                data.writeDouble(e.robustness());
            }
        }
        return bytes.toByteArray();
    }

    private static Outcome decode(byte[] bytes) throws IOException {
        var data = new DataInputStream(new java.io.ByteArrayInputStream(bytes));
        if (data.readBoolean()) {
            var effect = estimate(data);
            Optional<Effects.Estimate> second = data.readBoolean() ? Optional.of(estimate(data)) : Optional.empty();
            return new Outcome.Estimated(
                    effect,
                    second,
                    data.readDouble(),
                    data.readDouble(),
                    data.readInt(),
                    data.readInt(),
                    data.readDouble());
        }
        return new Outcome.Failed(data.readUTF(), data.readUTF());
    }

    private static void write(DataOutputStream data, Effects.Estimate e) throws IOException {
        data.writeDouble(e.value());
        data.writeDouble(e.error());
        data.writeDouble(e.low());
        data.writeDouble(e.high());
        data.writeDouble(e.level());
    }

    private static Effects.Estimate estimate(DataInputStream data) throws IOException {
        return new Effects.Estimate(
                data.readDouble(), data.readDouble(), data.readDouble(), data.readDouble(), data.readDouble());
    }
}
