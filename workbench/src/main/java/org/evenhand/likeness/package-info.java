/// Like cases alike: country-years whose evidence was alike before the report, and what became of them.
///
/// In: the panel and what to compare by ([Likeness]). A distance over standardised measures ([Features]) and a calliper
/// give matches ([Matching]); neither looks at a placement. Out: comparable country-years ([LikeDocument]), the balance
/// after matching, and, for each interest, the difference in outcome among like cases with a bound on hidden
/// differences ([Disparity]). Where too few are near enough the answer is a refusal that says what is missing.
@NullMarked
package org.evenhand.likeness;

import org.jspecify.annotations.NullMarked;
