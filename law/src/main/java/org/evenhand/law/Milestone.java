package org.evenhand.law;

/// A report year in which a rule begins or ceases to have an effect without an act changing it.
///
/// @param rule the rule
/// @param year the report year
/// @param what what is different from this year on
public record Milestone(String rule, int year, String what) {}
