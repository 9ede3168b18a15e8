package org.evenhand.statistics.tasks;

import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Numbered tasks over one immutable dataset.
///
/// @param seed the seed that all streams of the job are derived from
/// @param numbers which tasks to run, ascending; not necessarily from zero or without gaps, so that a job can be
/// resumed
/// @param task what to do for each number
public record Job<T>(long seed, int[] numbers, Task<T> task) {
    public Job {
        numbers = numbers.clone();
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] < 0 || (i > 0 && numbers[i] <= numbers[i - 1])) {
                throw new IllegalArgumentException("task numbers must ascend from 0 or above");
            }
        }
    }

    /// Tasks `0 … count − 1`.
    public static <T> Job<T> of(long seed, int count, Task<T> task) {
        return new Job<>(seed, IntStream.range(0, count).toArray(), task);
    }

    /// The same job without the tasks that are already done; each remaining task gives what it would have given.
    public Job<T> without(Collection<Integer> done) {
        var skip = new TreeSet<>(done);
        return new Job<>(
                seed,
                IntStream.of(numbers).filter(number -> !skip.contains(number)).toArray(),
                task);
    }

    public int size() {
        return numbers.length;
    }

    @Override
    public int[] numbers() {
        return numbers.clone();
    }

    /// The number of the task at `index`.
    public int number(int index) {
        return numbers[index];
    }

    /// Runs the task at `index` of this job with its own stream.
    public T run(int index) {
        return task.run(numbers[index], Streams.of(seed, numbers[index]));
    }
}
