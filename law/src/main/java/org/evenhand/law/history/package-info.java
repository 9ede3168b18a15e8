/// What was recorded about one jurisdiction: placements and waivers by report year, each with its
/// sources and its basis.
///
/// In: facts from a catalogue, an assessment file or a test. Out: the same facts, ordered, for the
/// rules to count. Nothing here knows the law.
@NullMarked
package org.evenhand.law.history;

import org.jspecify.annotations.NullMarked;
