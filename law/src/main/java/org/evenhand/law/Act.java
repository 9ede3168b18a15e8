package org.evenhand.law;

import java.time.LocalDate;
import java.util.Optional;

/// An act of Congress that made or changed rules, or departmental practice where no act stands behind a
/// rule.
///
/// @param key short name in the tables, for example `tvpra-2017`
/// @param title its short title
/// @param publicLaw its number, for example `P.L. 115-427`; empty for practice
/// @param inForce when it entered into force; empty for practice
/// @param firstReport the first report that it governs (CA-12)
/// @param unverified whether the date was not verified
public record Act(
        String key, String title, String publicLaw, Optional<LocalDate> inForce, int firstReport, boolean unverified) {}
