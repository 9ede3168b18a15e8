package org.evenhand.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.evenhand.benchmark.Benchmarks;
import org.evenhand.catalogue.Catalogue;

/// Keeps what takes a second to compute beside the prepared catalogue, by the checksum of the data: it is the same
/// whenever it is made, so a lost or damaged file costs time only.
final class KeptFiles implements Benchmarks.Kept {
    private final Path folder;

    KeptFiles(Session session, Catalogue catalogue) {
        this.folder = session.prepared()
                .resolveSibling("kept")
                .resolve(Evenhand.VERSION.replace(' ', '-') + "-"
                        + catalogue.version().checksum().substring(0, 16));
    }

    @Override
    public Optional<String> read(String key) {
        try {
            return Optional.of(Files.readString(folder.resolve(key)));
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    @Override
    public void write(String key, String text) {
        try {
            Files.createDirectories(folder);
            Path beside = Files.createTempFile(folder, key, ".part");
            Files.writeString(beside, text);
            Files.move(
                    beside, folder.resolve(key), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // A folder that cannot be written costs the time of computing again, nothing else.
            return;
        }
    }
}
