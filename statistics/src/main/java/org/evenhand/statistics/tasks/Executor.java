package org.evenhand.statistics.tasks;

import java.util.List;

/// Runs jobs. Whatever the executor, a job's results are the same bits.
public interface Executor {
    /// Runs a job to its end or until `watch` cancels it.
    <T> Run<T> run(Job<T> job, Watch<T> watch);

    /// Runs a job to its end.
    default <T> List<T> run(Job<T> job) {
        return switch (run(job, Watch.none())) {
            case Run.Finished<T>(var results) -> results;
            case Run.Cancelled<T> _ -> throw new IllegalStateException("cancelled without being asked to");
        };
    }

    /// Runs everything on the calling thread.
    static Executor sequential() {
        return new ThreadExecutor(1);
    }

    /// One thread for each available processor.
    static Executor allCores() {
        return new ThreadExecutor(Runtime.getRuntime().availableProcessors());
    }

    /// A given number of threads, at least one.
    static Executor threads(int threads) {
        return new ThreadExecutor(threads);
    }
}
