/// What follows from Tier 3: the ledger of determinations, the aid at stake, what another policy would touch,
/// and the weighing of options.
///
/// In: the catalogue (placements, determinations, dates of release, interests) and what the user states (a
/// policy file, preferences among criteria). Out: documents. Nothing here says what a restriction achieved:
/// countries that act before the deadline never reach one, so that imposed cases alone say nothing about
/// threats, and every answer says so first. Amounts are whole cents in `long`, so that parts add up to their
/// totals exactly.
@NullMarked
package org.evenhand.sanctions;

import org.jspecify.annotations.NullMarked;
