/// What tests of the whole program stand on: the shipped tables, prepared once, and commands run inside this process.
///
/// In go the project's `data/` and a command line; out come an open catalogue, and what the command printed
/// on each stream with its exit code. Nothing here knows what an answer should be.
@NullMarked
package org.evenhand.harness;

import org.jspecify.annotations.NullMarked;
