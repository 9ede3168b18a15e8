package org.evenhand.catalogue;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A column as a dictionary of distinct texts and one code a row; texts are decoded when first asked for.
final class Column {
    private final IntBuffer codes;
    private final IntBuffer offsets;
    private final ByteBuffer bytes;
    private final @Nullable String[] decoded;

    Column(IntBuffer codes, IntBuffer offsets, ByteBuffer bytes) {
        this.codes = codes;
        this.offsets = offsets;
        this.bytes = bytes;
        this.decoded = new @Nullable String[offsets.limit() - 1];
    }

    String text(int row) {
        return distinct(codes.get(row));
    }

    /// Positions of the rows with this text.
    List<Integer> rowsOf(String text) {
        var rows = new ArrayList<Integer>();
        int code = codeOf(text);
        if (code >= 0) {
            for (int row = 0; row < codes.limit(); row++) {
                if (codes.get(row) == code) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private int codeOf(String text) {
        for (int code = 0; code < decoded.length; code++) {
            if (distinct(code).equals(text)) {
                return code;
            }
        }
        return -1;
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
