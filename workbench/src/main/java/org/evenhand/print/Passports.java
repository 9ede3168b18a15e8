package org.evenhand.print;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.core.Basis;
import org.evenhand.core.Figure;
import org.evenhand.core.Interval;
import org.evenhand.core.Sample;
import org.evenhand.core.Unit;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;
import org.evenhand.document.Document;
import org.evenhand.document.Text;

/// The passports of all figures of a document, in order of first appearance. Figures that share everything
/// but their value and the ends of their interval share a passport.
final class Passports {
    private final Map<Key, Set<Figure>> groups = new LinkedHashMap<>();
    private final Map<Key, Integer> numbers = new HashMap<>();

    private Passports() {}

    /// What figures of one passport share.
    private record Key(Unit unit, String interval, Sample sample, Basis basis, List<String> sources, String command) {
        static Key of(Figure figure) {
            return new Key(
                    figure.unit(),
                    howSure(figure.interval()),
                    figure.sample(),
                    figure.basis(),
                    figure.sources(),
                    figure.command());
        }
    }

    /// A passport.
    ///
    /// @param number from 1, in order of first appearance
    /// @param figures those that have it, each once
    record Entry(int number, List<Figure> figures) {
        Figure any() {
            return figures.getFirst();
        }
    }

    static Passports of(Document document) {
        var passports = new Passports();
        for (var section : document.sections()) {
            for (var block : section.blocks()) {
                passports.add(block);
            }
        }
        return passports;
    }

    private void add(Block block) {
        switch (block) {
            case Block.Paragraph(var text) -> add(text);
            case Block.Note(var text) -> add(text);
            case Block.Bullets(var items) -> items.forEach(this::add);
            case Block.Tabular(var table) -> add(table);
            case Block.Chart chart -> add(chart.data());
            case Block.Heading _, Block.ClaimPair _, Block.Explanation _ -> {}
        }
    }

    private void add(Text text) {
        for (var span : text.spans()) {
            if (span instanceof Text.Span.Number(var figure)) {
                add(figure);
            }
        }
    }

    private void add(DataTable table) {
        for (var row : table.rows()) {
            for (var c = 0; c < row.size(); c++) {
                if (row.get(c) instanceof Cell.Number(var figure)
                        && table.columns().get(c).shown() != DataTable.Shown.MACHINES_ONLY) {
                    add(figure);
                }
            }
        }
    }

    private void add(Figure figure) {
        var key = Key.of(figure);
        numbers.putIfAbsent(key, numbers.size() + 1);
        groups.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(figure);
    }

    /// The number of the passport of a figure of this document.
    int number(Figure figure) {
        var number = numbers.get(Key.of(figure));
        if (number == null) {
            throw new IllegalStateException("a figure is shown that is not in the document: " + figure);
        }
        return number;
    }

    List<Entry> entries() {
        var entries = new ArrayList<Entry>(groups.size());
        for (var figures : groups.values()) {
            entries.add(new Entry(entries.size() + 1, List.copyOf(figures)));
        }
        return entries;
    }

    /// How sure a figure is, apart from the ends of its interval.
    static String howSure(Interval interval) {
        return switch (interval) {
            case Interval.Observed _ -> "observed, no interval";
            case Interval.NotStated _ -> "no interval stated by the publisher";
            case Interval.Between between -> {
                var method = NumberText.levelAndMethod(between);
                yield method.isEmpty() ? "interval as published" : "interval " + method;
            }
        };
    }

    /// What all figures of the passport share, without sources and command: interval, sample, basis.
    static String shared(Figure figure) {
        return howSure(figure.interval()) + "; " + NumberText.sample(figure.sample()) + "; "
                + CellText.markMeaning(figure.basis());
    }

    /// A value of the passport as it is listed: with unit and the ends of its interval.
    static String listed(Figure figure) {
        return figure.interval() instanceof Interval.Between between
                ? NumberText.withUnit(figure) + " (" + NumberText.bounds(between, figure.unit()) + ')'
                : NumberText.withUnit(figure);
    }

    /// The whole passport on one line, for a tooltip.
    static String line(Figure figure) {
        return listed(figure) + "; " + shared(figure) + "; sources: " + SourceKeys.joined(figure.sources(), "–")
                + "; remade by: " + SafeText.line(figure.command());
    }
}
