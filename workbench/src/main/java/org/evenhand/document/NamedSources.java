package org.evenhand.document;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// The source keys that an answer names, wherever it does.
public final class NamedSources {
    private final TreeSet<String> keys = new TreeSet<>();

    private NamedSources() {}

    public static SortedSet<String> of(List<Section> sections) {
        var named = new NamedSources();
        sections.forEach(section -> section.blocks().forEach(named::add));
        return named.keys;
    }

    public static SortedSet<String> of(DataTable table) {
        var named = new NamedSources();
        named.add(table);
        return named.keys;
    }

    private void add(Block block) {
        switch (block) {
            case Block.Paragraph(var text) -> add(text);
            case Block.Note(var text) -> add(text);
            case Block.Heading _ -> {}
            case Block.Bullets(var items) -> items.forEach(this::add);
            case Block.ClaimPair(var left, var right) -> {
                keys.addAll(left.sources());
                keys.addAll(right.sources());
            }
            case Block.Tabular(var table) -> add(table);
            case Block.Chart chart -> add(chart.data());
            case Block.Explanation _ -> {}
        }
    }

    private void add(Text text) {
        for (var span : text.spans()) {
            switch (span) {
                case Text.Span.Words _ -> {}
                case Text.Span.Number(var figure) -> keys.addAll(figure.sources());
                case Text.Span.Placed placed -> keys.addAll(placed.sources());
                case Text.Span.Cited(var cited) -> keys.addAll(cited);
            }
        }
    }

    private void add(DataTable table) {
        for (int column = 0; column < table.columns().size(); column++) {
            boolean listsSources = table.columns().get(column).key().equals("sources");
            for (var row : table.rows()) {
                switch (row.get(column)) {
                    case Cell.Number(var figure) -> keys.addAll(figure.sources());
                    case Cell.Placed placed -> keys.addAll(placed.sources());
                    case Cell.Items(var items) -> {
                        if (listsSources) {
                            keys.addAll(items);
                        }
                    }
                    case Cell.Words _, Cell.Ordinal _, Cell.Flag _, Cell.Reasons _, Cell.Absent _ -> {}
                }
            }
        }
    }
}
