/// The facts by country and year, each with its source.
///
/// In: the checked tables that [org.evenhand.intake] prepared from `data/`, one snapshot a table, read only
/// where a question needs them. Out: typed facts ([Placement], [Determination], …) and rows whose basis and
/// sources are known. A table that is not there is "not available", never an empty answer. Nothing is
/// interpolated.
@NullMarked
package org.evenhand.catalogue;

import org.jspecify.annotations.NullMarked;
