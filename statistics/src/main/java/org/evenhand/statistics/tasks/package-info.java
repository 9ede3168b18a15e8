/// Work that is a list of independent, numbered tasks: the one seam between a computation and what runs it.
///
/// In: a [Job] (a seed, task numbers, and what each task does with its number and its own random stream).
/// Out: a [Run]: every result in the order of the numbers, or those finished before a cancellation. An
/// [Executor] decides only where the tasks run: this thread, all cores, a cluster. The results are the same
/// bits whatever the executor, because a stream belongs to (seed, task number) and never to a thread.
@NullMarked
package org.evenhand.statistics.tasks;

import org.jspecify.annotations.NullMarked;
