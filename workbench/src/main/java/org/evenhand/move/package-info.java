/// Why did it move? A change of tier, what changed beside it, and how cases like it fared.
///
/// In: the catalogue, the panel, the benchmarks, the law's clock and like cases. Out: the answer for one move
/// ([WhyDocument]), all moves of a report by how surprising they are given the evidence ([MovesDocument]), and the
/// calibration of that surprise. What changed is an association in time: nothing here shows a cause or a motive. A
/// measure that one of the two windows lacks is "not measured", never "unchanged".
@NullMarked
package org.evenhand.move;

import org.jspecify.annotations.NullMarked;
