/// Statistical disclosure control: which cells of a table of people may be printed.
///
/// In: counts over one to four dimensions and the smallest number that may be printed. Out: for every cell of
/// every table that can be made by leaving dimensions out, whether it may be printed, so that no withheld
/// small cell can be worked out from the printed ones, not even from several tables together.
@NullMarked
package org.evenhand.statistics.disclosure;

import org.jspecify.annotations.NullMarked;
