/// The Trafficking Victims Protection Act and the Child Soldiers Prevention Act as dated, executable,
/// traced rules.
///
/// In: tables of rules, acts, versions, parameters and criteria ([LawBook]); a case (see `hearing`).
/// Out: rulings ([Ruling]), each with the reason ([Trace]). Paraphrase, not legal advice: the statute
/// controls.
///
/// `history` holds what was recorded, `hearing` asks the rules, `rules` is their logic, `clock` is the
/// watch-list limit.
@NullMarked
package org.evenhand.law;

import org.jspecify.annotations.NullMarked;
