package org.evenhand.sanctions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Region;
import org.evenhand.document.Provenance;
import org.evenhand.intake.Intake;

/// The shipped tables, prepared once for all tests of the package.
final class Shipped {
    static final Catalogue CATALOGUE = prepare();
    static final Region WORLD = CATALOGUE.countries().region("WORLD");
    static final Region LAC = CATALOGUE.countries().region("LAC");
    static final Provenance ASKED = new Provenance("evenhand sanctions", "evenhand test", "0", "2026-11-24");

    private Shipped() {}

    private static Catalogue prepare() {
        try {
            var folder = Files.createDirectories(Path.of("target", "sanctions-catalogue"));
            Intake.prepare(Path.of("..", "data"), folder);
            return Catalogue.open(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
