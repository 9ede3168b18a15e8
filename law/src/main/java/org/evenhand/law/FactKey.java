package org.evenhand.law;

/// A fact of the record that a rule looks at, which is not a question of judgement.
///
/// @param key for example `report_date`
/// @param rule the rule that looks at it first
/// @param scale how it is written
/// @param what what it means
public record FactKey(String key, String rule, String scale, String what) {}
