package org.evenhand.statistics.decision;

import java.io.Serializable;

/// How a number of draws is cut into tasks; a function of the numbers alone.
///
/// @param draws all draws
/// @param tasks how many tasks they are cut into
/// @param first the number of the first task
record Shares(long draws, int tasks, int first) implements Serializable {
    /// Draws in the task with this number.
    long of(int number) {
        long index = number - first;
        return draws / tasks + (index < draws % tasks ? 1 : 0);
    }
}
