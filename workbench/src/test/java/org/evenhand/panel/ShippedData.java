package org.evenhand.panel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.intake.Intake;

/// The shipped tables as a catalogue, prepared once for all tests of this module.
public final class ShippedData {
    private static final Catalogue CATALOGUE = prepare();

    private ShippedData() {}

    public static Catalogue catalogue() {
        return CATALOGUE;
    }

    private static Catalogue prepare() {
        try {
            Path folder = Files.createDirectories(Path.of("target", "test-catalogue"));
            Intake.prepare(Path.of("..", "data"), folder);
            return Catalogue.open(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
