package org.evenhand.statistics.tasks;

import java.util.List;
import java.util.SortedMap;

/// How a job ended. A task that throws ends the job with that exception (the one of the lowest number).
public sealed interface Run<T> {
    /// Every task ran.
    ///
    /// @param results in the order of the job's numbers
    record Finished<T>(List<T> results) implements Run<T> {
        public Finished {
            results = List.copyOf(results);
        }
    }

    /// The job was cancelled.
    ///
    /// @param results those that were finished, by task number; may have gaps
    /// @param total how many were asked for
    record Cancelled<T>(SortedMap<Integer, T> results, int total) implements Run<T> {
        public Cancelled {
            results = java.util.Collections.unmodifiableSortedMap(new java.util.TreeMap<>(results));
        }
    }
}
