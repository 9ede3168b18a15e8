package org.evenhand.statistics.capture;

import java.util.StringJoiner;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Random tables with many empty cells.
final class RandomTables {
    private RandomTables() {}

    /// Counts by combination. Lists of differing reach, some cells emptied; the larger combinations are rarer.
    static long[] sparse(int lists, RandomGenerator random) {
        var cells = new long[1 << lists];
        double size = Math.exp(random.nextDouble(0, 6));
        double overlap = Math.exp(random.nextDouble(-4, 0));
        double empty = random.nextDouble(0, 0.8);
        for (int c = 1; c < cells.length; c++) {
            double mean = size * Math.pow(overlap, Integer.bitCount(c) - 1) * Math.exp(random.nextGaussian());
            boolean emptied = Integer.bitCount(c) > 1 && random.nextDouble() < empty;
            cells[c] = emptied ? 0 : poisson(mean, random);
        }
        return cells;
    }

    /// By counting exponential waiting times.
    static long poisson(double mean, RandomGenerator random) {
        long n = 0;
        for (double time = random.nextExponential(); time < mean; time += random.nextExponential()) {
            n++;
        }
        return n;
    }

    static CaptureTable table(long[] cells) {
        int lists = Integer.numberOfTrailingZeros(cells.length);
        return CaptureTable.of(
                IntStream.range(0, lists).mapToObj(i -> "L" + (i + 1)).toList(),
                IntStream.range(1, cells.length).toArray(),
                IntStream.range(1, cells.length).mapToLong(c -> cells[c]).toArray());
    }

    static String show(Counts counts) {
        var text = new StringJoiner(" ");
        for (int c = 1; c < counts.cells(); c++) {
            if (counts.count(c) > 0) {
                text.add(Integer.toBinaryString(c) + "=" + counts.count(c));
            }
        }
        return text.toString();
    }
}
