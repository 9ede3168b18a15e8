/// The yearly cycle in days: windows, due dates, and what follows when one is missed.
///
/// In: a report year and the days that are known. Out: [org.evenhand.law.deadlines.Deadline]s in order
/// of time, worked out by the CA rules. Lateness is a flag in this law, never invalidity.
@NullMarked
package org.evenhand.law.deadlines;

import org.jspecify.annotations.NullMarked;
