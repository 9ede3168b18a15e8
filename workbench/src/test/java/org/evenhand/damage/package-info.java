/// Damaged copies of the tables, and what the program must make of each: one clear message and exit code 3, or the same
/// table as before.
///
/// In goes a small copy of the data and a seed; out comes a list of named damages. The damages know where
/// they struck, so that the message can be held to file, line and column.
@NullMarked
package org.evenhand.damage;

import org.jspecify.annotations.NullMarked;
