package org.evenhand.catalogue;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A column as a dictionary of distinct texts and one code a row; texts are decoded when first asked for.
public final class Column {
    private final IntBuffer codes;
    private final IntBuffer offsets;
    private final ByteBuffer bytes;
    private final DoubleBuffer numbers;
    private final @Nullable String[] decoded;
    private final Map<String, Integer> codesByText = new HashMap<>();
    private @Nullable Index index;

    /// @param numbers the distinct texts as numbers, `NaN` for a blank; empty where the column is not one of numbers
    Column(IntBuffer codes, IntBuffer offsets, ByteBuffer bytes, DoubleBuffer numbers) {
        this.codes = codes;
        this.offsets = offsets;
        this.bytes = bytes;
        this.numbers = numbers;
        this.decoded = new @Nullable String[offsets.limit() - 1];
    }

    /// The cell's text; empty where it is blank.
    public String text(int row) {
        return distinct(codes.get(row));
    }

    /// The cell as a number; `NaN` where it is blank.
    ///
    /// @throws NumberFormatException if it holds something else
    public double number(int row) {
        if (numbers.limit() > 0) {
            return numbers.get(codes.get(row));
        }
        String text = text(row);
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    /// Which of the distinct texts the cell holds: its position in [#distinctTexts()].
    public int code(int row) {
        return codes.get(row);
    }

    /// Positions of the rows with this text, ascending.
    int[] rowsOf(String text) {
        int code = codeOf(text);
        if (code < 0) {
            return new int[0];
        }
        var all = index();
        return Arrays.copyOfRange(all.rows, all.starts[code], all.starts[code + 1]);
    }

    /// The distinct texts, in order of first appearance.
    public List<String> distinctTexts() {
        var texts = new ArrayList<String>(decoded.length);
        for (int code = 0; code < decoded.length; code++) {
            texts.add(distinct(code));
        }
        return texts;
    }

    /// The rows by text: those of code `c` are `rows[starts[c]]` up to before `rows[starts[c + 1]]`.
    private record Index(int[] starts, int[] rows) {}

    private synchronized Index index() {
        var known = index;
        if (known == null) {
            var starts = new int[decoded.length + 1];
            var all = new int[codes.limit()];
            codes.get(0, all);
            for (int code : all) {
                starts[code + 1]++;
            }
            for (int code = 0; code < decoded.length; code++) {
                starts[code + 1] += starts[code];
            }
            var next = starts.clone();
            var rows = new int[all.length];
            for (int row = 0; row < all.length; row++) {
                rows[next[all[row]]++] = row;
            }
            known = new Index(starts, rows);
            index = known;
        }
        return known;
    }

    /// The position of a text in [#distinctTexts()]; -1 where no cell holds it.
    public int codeOf(String text) {
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
