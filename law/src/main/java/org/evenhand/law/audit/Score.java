package org.evenhand.law.audit;

/// How well the clock predicts, over records that were not inferred from the limit itself.
///
/// @param tested runs that reached a report in which the list was closed
/// @param kept those that ended there
/// @param leftOut runs left out because a placement or waiver in them was inferred from the limit
/// @param needed placements on the Watch List that needed a waiver, in years for which a waiver list is
///     known
/// @param recorded those for which a waiver is recorded
/// @param unneeded waivers recorded although the count needed none
/// @param waiversLeftOut placements left out for either reason
public record Score(int tested, int kept, int leftOut, int needed, int recorded, int unneeded, int waiversLeftOut) {}
