package org.evenhand.damage;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// One damage to a folder of data packages.
///
/// @param kind what is done, in words
/// @param table the table that is damaged
/// @param where the place in it, where there is one
/// @param amongAll whether the message hangs on other tables than this one and the countries
/// @param named patterns that the message must contain; empty where the damage is harmless
/// @param doing damages the folder
record Damage(String kind, String table, String where, boolean amongAll, List<Pattern> named, Consumer<Path> doing) {
    /// Does no harm: the table is read as if nothing had happened.
    static Damage harmless(String kind, String table, Consumer<Path> doing) {
        return new Damage(kind, table, "", false, List.of(), doing);
    }

    /// Stops the import; the message names the table's file.
    static Damage inFile(String kind, String table, Consumer<Path> doing) {
        return new Damage(kind, table, "", false, List.of(csv(table)), doing);
    }

    /// Stops the import; the message names file and line, counted from 1 with the header.
    static Damage onLine(String kind, String table, int line, Consumer<Path> doing) {
        return new Damage(kind, table, " line " + line, false, List.of(csv(table), number("line", line)), doing);
    }

    /// Stops the import; the message names file, line and column, each counted from 1.
    static Damage inCell(String kind, String table, int line, int column, Consumer<Path> doing) {
        return new Damage(
                kind,
                table,
                " line %d, column %d".formatted(line, column),
                false,
                List.of(csv(table), number("line", line), number("column", column)),
                doing);
    }

    /// Stops the import; the message names the description and the key in it, or words of its own.
    static Damage inPackage(String kind, String table, String words, Consumer<Path> doing) {
        return new Damage(
                kind,
                table,
                "",
                false,
                List.of(Pattern.compile(Pattern.quote(table + "/datapackage.json")), Pattern.compile(words)),
                doing);
    }

    /// The same among all tables.
    Damage withAll() {
        return new Damage(kind, table, where, true, named, doing);
    }

    boolean isHarmless() {
        return named.isEmpty();
    }

    private static Pattern csv(String table) {
        return Pattern.compile(Pattern.quote(table + "/" + table + ".csv"));
    }

    private static Pattern number(String word, int number) {
        return Pattern.compile("\\b" + word + " " + number + "\\b");
    }

    @Override
    public String toString() {
        return kind + ": " + table + where;
    }
}
