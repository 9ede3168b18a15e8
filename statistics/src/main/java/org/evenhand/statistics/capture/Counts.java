package org.evenhand.statistics.capture;

/// The counts of one table or one bootstrap replicate, and how many people each set of lists shares.
final class Counts {
    private final long[] cells;
    private final long[] overlaps;

    /// @param cells counts by combination; entry 0 must be 0; not copied
    Counts(long[] cells) {
        this.cells = cells;
        this.overlaps = cells.clone();
        Subsets.sumOverSupersets(overlaps);
    }

    static Counts of(CaptureTable table) {
        return new Counts(table.counts());
    }

    int lists() {
        return Integer.numberOfTrailingZeros(cells.length);
    }

    int cells() {
        return cells.length;
    }

    long count(int combination) {
        return cells[combination];
    }

    /// How many people are on all lists of `term`, whatever else they are on.
    long overlap(int term) {
        return overlaps[term];
    }

    long total() {
        return overlaps[0];
    }

    /// `Σ ln n!` over the cells.
    double logFactorials() {
        double sum = 0;
        for (long cell : cells) {
            sum += LogFactorials.of(cell);
        }
        return sum;
    }
}
