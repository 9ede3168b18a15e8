/// The balanced account of a region in one report, and of one country over all: who was placed where, what the law then
/// required, what followed, who says that it was unfair, and what the record shows.
///
/// In: the catalogue and the clock. Out: a [org.evenhand.document.Document]. Each section is a class of its
/// own; claims stay claims, nothing is averaged over sources, and what was not measured is said not to be.
@NullMarked
package org.evenhand.account;

import org.jspecify.annotations.NullMarked;
