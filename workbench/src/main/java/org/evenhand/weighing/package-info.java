/// Which values make which option the best, in any problem: options measured on criteria, no weights built
/// in.
///
/// In: a user's file ([org.evenhand.weighing.ProblemFile]), or a problem of another package, and what
/// somebody stated about the weights ([org.evenhand.weighing.Preferences]). Out: tables and sentences that
/// every weighing prints the same way ([org.evenhand.weighing.AcceptabilityTables],
/// [org.evenhand.weighing.NecessarySentences]) and the document of a file
/// ([org.evenhand.weighing.ProblemDocument]). The arithmetic is `org.evenhand.statistics.decision`.
@NullMarked
package org.evenhand.weighing;

import org.jspecify.annotations.NullMarked;
