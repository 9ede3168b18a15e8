package org.evenhand.statistics.tasks;

import java.io.Serializable;
import java.util.random.RandomGenerator;

/// What is done for one number. A pure function of the number and the stream: it shares no mutable state with other
/// tasks.
@FunctionalInterface
public interface Task<T> extends Serializable {
    /// @param number the task's number in its job
    /// @param random the task's own stream, see [Streams]
    T run(int number, RandomGenerator random);
}
