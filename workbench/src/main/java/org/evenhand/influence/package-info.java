/// Whether U.S. interests go with placements and waivers beyond what the evidence supports, over every
/// specification that a universe declares.
///
/// In: a [Universe] (a text file of choices, read by [UniverseReader]) and the panel. Out: a [Finding] (the
/// curve, its joint test and what moves it) and documents made from it ([MultiverseDocument]). Associations
/// only; either sign can win; wording follows fixed rules ([Wording]).
@NullMarked
package org.evenhand.influence;

import org.jspecify.annotations.NullMarked;
