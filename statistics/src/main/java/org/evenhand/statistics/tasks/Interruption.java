package org.evenhand.statistics.tasks;

/// A computation was given up, because whoever asked for it waits no longer.
///
/// Giving up is asked for by interrupting the thread. Computations that may take long look between their steps; so does
/// the linear programming of ojAlgo, whose result then says nothing and must not be read.
public final class Interruption extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Interruption() {
        super("the computation was interrupted");
    }

    /// Goes on unless this thread is interrupted. It stays interrupted, so that whoever is further out sees it too.
    ///
    /// @throws Interruption if it is
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new Interruption();
        }
    }
}
