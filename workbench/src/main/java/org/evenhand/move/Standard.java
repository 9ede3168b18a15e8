package org.evenhand.move;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Which minimum standard or criterion a measure speaks to.
///
/// @param variable key of the panel's variable
/// @param pillar prosecution, protection, prevention, complicity, context or capacity
/// @param standard the criterion
/// @param citation its section; empty where it is none of the statute's
record Standard(String variable, String pillar, String standard, String citation) {
    /// By pillar, as listed.
    static List<Standard> all() {
        var stream = Objects.requireNonNull(Standard.class.getResourceAsStream("standards.csv"), "standards.csv");
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var all = new ArrayList<Standard>();
            for (var record : csv) {
                all.add(new Standard(
                        record.getField("variable"),
                        record.getField("pillar"),
                        record.getField("standard"),
                        record.getField("citation")));
            }
            return List.copyOf(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
