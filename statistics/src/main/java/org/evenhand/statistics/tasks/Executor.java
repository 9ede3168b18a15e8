package org.evenhand.statistics.tasks;

import java.util.List;

/// Runs jobs. Whatever the executor, a job's results are the same bits.
public interface Executor {
    /// Runs a job to its end, or until `watch` cancels it or the calling thread is interrupted.
    <T> Run<T> run(Job<T> job, Watch<T> watch);

    /// Runs a job to its end.
    ///
    /// @throws Interruption if the calling thread is interrupted before
    default <T> List<T> run(Job<T> job) {
        return switch (run(job, Watch.none())) {
            case Run.Finished<T>(var results) -> results;
            case Run.Cancelled<T> _ -> {
                Interruption.check();
                throw new IllegalStateException("cancelled without being asked to");
            }
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
