/// "Never happened in n": for a group of countries that the debate names, how often something could have
/// happened, how often it did, and which rates the record still allows.
///
/// In: the catalogue's placements and determinations, the panel, and groups ([org.evenhand.group.Group]).
/// Out: a document ([OpportunityDocument]) with opportunities, outcomes, exact bounds
/// (Clopper and Pearson 1934) and Fisher's exact test against all other countries. A country-year whose
/// membership is not on record is left out and counted; nothing is imputed.
@NullMarked
package org.evenhand.opportunity;

import org.jspecify.annotations.NullMarked;
