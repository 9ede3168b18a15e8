package org.evenhand.catalogue;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A column as a dictionary of distinct texts and one code a row; texts are decoded when first asked for.
final class Column {
    private final IntBuffer codes;
    private final IntBuffer offsets;
    private final ByteBuffer bytes;
    private final @Nullable String[] decoded;
    private final Map<String, Integer> codesByText = new HashMap<>();
    private @Nullable List<List<Integer>> rowsByCode;

    Column(IntBuffer codes, IntBuffer offsets, ByteBuffer bytes) {
        this.codes = codes;
        this.offsets = offsets;
        this.bytes = bytes;
        this.decoded = new @Nullable String[offsets.limit() - 1];
    }

    String text(int row) {
        return distinct(codes.get(row));
    }

    /// Positions of the rows with this text, ascending.
    List<Integer> rowsOf(String text) {
        int code = codeOf(text);
        if (code < 0) {
            return List.of();
        }
        var all = index();
        return all.get(code);
    }

    /// The distinct texts, in order of first appearance.
    List<String> distinctTexts() {
        var texts = new ArrayList<String>(decoded.length);
        for (int code = 0; code < decoded.length; code++) {
            texts.add(distinct(code));
        }
        return texts;
    }

    private synchronized List<List<Integer>> index() {
        var known = rowsByCode;
        if (known == null) {
            known = new ArrayList<>(decoded.length);
            for (int code = 0; code < decoded.length; code++) {
                known.add(new ArrayList<>());
            }
            for (int row = 0; row < codes.limit(); row++) {
                known.get(codes.get(row)).add(row);
            }
            rowsByCode = known;
        }
        return known;
    }

    private int codeOf(String text) {
        synchronized (this) {
            if (codesByText.isEmpty()) {
                for (int code = 0; code < decoded.length; code++) {
                    codesByText.put(distinct(code), code);
                }
            }
        }
        return codesByText.getOrDefault(text, -1);
    }

    private String distinct(int code) {
        String text = decoded[code];
        if (text == null) {
            int start = offsets.get(code);
            var slice = new byte[offsets.get(code + 1) - start];
            bytes.get(start, slice);
            text = new String(slice, StandardCharsets.UTF_8);
            decoded[code] = text;
        }
        return text;
    }
}
