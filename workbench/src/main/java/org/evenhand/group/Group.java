package org.evenhand.group;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.evenhand.panel.Panel;

/// A group of countries with a name.
///
/// @param key short name
/// @param title for people, in the plural
/// @param definition who belongs to it
public record Group(String key, String title, Definition definition) {
    /// The groups that the debate names, as `groups.csv` defines them.
    public static List<Group> named(Panel panel) {
        var stream = Objects.requireNonNull(Group.class.getResourceAsStream("groups.csv"), "groups.csv");
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var groups = new ArrayList<Group>();
            for (var record : csv) {
                groups.add(new Group(
                        record.getField("key"),
                        record.getField("title"),
                        Definition.parse(record.getField("definition"), panel)));
            }
            return List.copyOf(groups);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The group of this name, or one of the user's own if it is a definition.
    ///
    /// @throws org.evenhand.core.BadRequest if it is neither
    public static Group find(String text, Panel panel) {
        return named(panel).stream()
                .filter(group -> group.key().equals(text.strip()))
                .findFirst()
                .orElseGet(() -> own(text, panel));
    }

    /// A group of the user's own.
    public static Group own(String definition, Panel panel) {
        return new Group("own", "countries with " + definition.strip(), Definition.parse(definition, panel));
    }
}
