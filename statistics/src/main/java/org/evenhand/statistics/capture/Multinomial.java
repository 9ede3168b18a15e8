package org.evenhand.statistics.capture;

import java.util.random.RandomGenerator;

/// Draws tables with the observed number of people, each person's lists drawn from those observed.
final class Multinomial {
    private final int cells;
    private final long total;
    private final int[] combinations;
    private final long[] cumulative;
    private final int[] guide;

    Multinomial(CaptureTable table) {
        var counts = table.counts();
        this.cells = counts.length;
        this.total = table.observed();
        int positive = 0;
        for (long count : counts) {
            positive += count > 0 ? 1 : 0;
        }
        this.combinations = new int[positive];
        this.cumulative = new long[positive];
        int at = 0;
        long sum = 0;
        for (int c = 1; c < cells; c++) {
            if (counts[c] > 0) {
                sum += counts[c];
                combinations[at] = c;
                cumulative[at++] = sum;
            }
        }
        this.guide = guide();
    }

    /// For each of some equal parts of the people, the first cell that can hold one of them.
    private int[] guide() {
        var first = new int[Math.max(1, 4 * combinations.length)];
        int cell = 0;
        for (int part = 0; part < first.length; part++) {
            long person = part * total / first.length;
            while (cumulative[cell] <= person) {
                cell++;
            }
            first[part] = cell;
        }
        return first;
    }

    /// One table; entry 0 is 0.
    long[] draw(RandomGenerator random) {
        var counts = new long[cells];
        if (total > Integer.MAX_VALUE) {
            for (long i = 0; i < total; i++) {
                counts[combinations[cellOf(random.nextLong(total))]]++;
            }
            return counts;
        }
        // Two people from each 64 random bits, without bias [Lemire 2019, ACM Trans. Model. Comput. Simul. 29:
        // 3].
        long threshold = (1L << 32) % total;
        for (long drawn = 0; drawn < total; ) {
            long bits = random.nextLong();
            for (int half = 0; half < 2 && drawn < total; half++, bits >>>= 32) {
                long product = (bits & 0xffffffffL) * total;
                if ((product & 0xffffffffL) >= threshold) {
                    counts[combinations[cellOf(product >>> 32)]]++;
                    drawn++;
                }
            }
        }
        return counts;
    }

    private int cellOf(long person) {
        int cell = guide[(int) (person * guide.length / total)];
        while (cumulative[cell] <= person) {
            cell++;
        }
        return cell;
    }
}
