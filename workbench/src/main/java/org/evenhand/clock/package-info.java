/// The law's watch-list clock over the catalogue's record: the catalogue knows no law and the law no
/// catalogue, and here they meet. In: placements and recorded waivers. Out: clock states as tables and trees.
@NullMarked
package org.evenhand.clock;

import org.jspecify.annotations.NullMarked;
