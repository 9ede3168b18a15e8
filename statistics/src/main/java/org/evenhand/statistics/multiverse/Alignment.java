package org.evenhand.statistics.multiverse;

/// How the rows of one block take the residuals of another one.
public enum Alignment {
    /// A row takes the residual of the donor's nearest time, the earlier of two: the donor's history stays
    /// together and in its place, and its ends are repeated where it is shorter.
    NEAREST_TIME,
    /// The k-th row takes the donor's k-th residual, beginning again where the donor is shorter.
    CYCLE,
    /// A row takes the donor's residual of the same time; where the donor has none, zero, the mean of all
    /// residuals.
    SAME_TIME,
    /// Blocks are exchanged only with blocks that have rows at exactly the same times, row by row. A block without
    /// such a partner keeps its own.
    EQUAL_TIMES,
    /// Rows are permuted one by one within a stratum, which breaks a block's history. Not valid where rows of a
    /// block depend on each other; here to show that.
    ROWS
}
