/// Assessments: an assessor's answers ruled on under the law of the year.
///
/// In: an [org.evenhand.law.assessment.Assessment] (record, year, answers, concrete actions). Out: a
/// [org.evenhand.law.assessment.Verdict]: where the rules leave the jurisdiction and by which route,
/// what follows, what is missing, what is for a person to judge, and the smallest sets of answers that
/// would change it. Reading files is not done here.
@NullMarked
package org.evenhand.law.assessment;

import org.jspecify.annotations.NullMarked;
