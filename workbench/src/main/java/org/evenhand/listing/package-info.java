/// Plain tables of facts: placements, determinations, victims, interests, countries, sources. In: the
/// catalogue and a [Scope]. Out: a [org.evenhand.document.DataTable]. Nothing is computed here beyond the
/// choice of rows.
@NullMarked
package org.evenhand.listing;

import org.jspecify.annotations.NullMarked;
