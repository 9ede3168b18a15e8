/// Who belongs to a group of countries that the debate names: allies, neighbours, aid recipients.
///
/// In: groups written as text ([org.evenhand.group.Definition]) over the measures of the panel; those with a
/// name stand in `groups.csv`, and nowhere else. Out: [org.evenhand.group.Membership], with the sources of
/// what was measured. Every part of the program that speaks of allies or aid recipients means these.
@NullMarked
package org.evenhand.group;

import org.jspecify.annotations.NullMarked;
