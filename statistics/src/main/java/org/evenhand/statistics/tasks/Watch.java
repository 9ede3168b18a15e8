package org.evenhand.statistics.tasks;

/// Follows a job while it runs: for progress, checkpoints and cancellation. It cannot change a result.
public interface Watch<T> {
    /// Called after each task, by one thread at a time, in no particular order.
    ///
    /// @param number the task's number
    /// @param result what it gave
    /// @param finished how many are finished, this one included
    /// @param total how many there are
    default void finished(int number, T result, int finished, int total) {}

    /// Asked before each task; once true, no further task starts.
    default boolean cancelled() {
        return false;
    }

    /// Watches nothing.
    static <T> Watch<T> none() {
        return new Watch<>() {};
    }
}
