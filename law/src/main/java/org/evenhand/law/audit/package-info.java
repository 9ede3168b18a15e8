/// The audit of the recorded history against the mechanical rules.
///
/// In: a [org.evenhand.law.audit.Docket] of placements, waivers, determinations and lists. Out: an
/// [org.evenhand.law.audit.AuditReport] with every record that the rules cannot explain, every run of
/// watch-list years with what the clock said of it, and a count of how well it predicts. What was
/// inferred from the limit itself is left out of that count.
@NullMarked
package org.evenhand.law.audit;

import org.jspecify.annotations.NullMarked;
