package org.evenhand.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.intake.Intake;

/// The project's own tables, checked and prepared once in the life of the test process.
public final class ShippedCatalogue {
    private ShippedCatalogue() {}

    /// The installation: the nearest folder above the module that holds `data/VERSION`.
    public static Path home() {
        var start = Path.of("").toAbsolutePath();
        for (var folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("data").resolve("VERSION"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no data/VERSION in or above " + start);
    }

    /// The shipped data packages.
    public static Path data() {
        return home().resolve("data");
    }

    /// Where they stand prepared. Only to be read.
    public static Path prepared() {
        return Prepared.FOLDER;
    }

    public static Catalogue open() {
        return Catalogue.open(prepared());
    }

    /// Prepared when first asked for.
    private static final class Prepared {
        static final Path FOLDER = prepare();

        private static Path prepare() {
            try {
                var folder = Files.createTempDirectory("evenhand-shipped");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(folder)));
                var catalogue = folder.resolve("catalogue");
                Intake.prepare(data(), catalogue);
                return catalogue;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
