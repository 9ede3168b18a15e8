/// Victims: how many, from where to where, and how little is known.
///
/// In: the catalogue's tables on victims, or a user's own table of overlapping lists ([ListFile]). Out:
/// documents and tables: an estimate of a population from lists ([ListEstimate]), published estimates side by
/// side, flows, and the U.S. series of certified victims. What different sources count is never added; nothing
/// is estimated that the data do not bear.
@NullMarked
package org.evenhand.victims;

import org.jspecify.annotations.NullMarked;
