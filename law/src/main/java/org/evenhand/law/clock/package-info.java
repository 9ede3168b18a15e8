/// The watch-list clock: how long a jurisdiction may still stand on the Tier 2 Watch List, and what
/// must follow.
///
/// In: a [org.evenhand.law.history.PlacementHistory], a report year, and the readings taken where the
/// text is disputed. Out: a [org.evenhand.law.clock.ClockState] with the count, the waivers by rule and
/// as recorded, what the history forces, the paths ahead, and the trace. The clock never lifts or
/// saves: it only closes the list.
@NullMarked
package org.evenhand.law.clock;

import org.jspecify.annotations.NullMarked;
