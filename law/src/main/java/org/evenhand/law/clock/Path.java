package org.evenhand.law.clock;

import java.util.Optional;
import org.evenhand.core.ReportYear;

/// What comes if nothing changes: the jurisdiction merits the Tier 2 Watch List in every report ahead.
///
/// @param name `without-waivers` or `with-waivers`
/// @param assumption what is assumed, in words
/// @param forced the earliest report in which the Watch List is closed to it; empty before the limit
///     was law and where none is reached within the horizon
public record Path(String name, String assumption, Optional<ReportYear> forced) {}
