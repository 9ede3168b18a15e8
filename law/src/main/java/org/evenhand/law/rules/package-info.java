/// The logic of the rules: one small function a rule, named after it.
///
/// In: an [org.evenhand.law.hearing.Inquiry]. Out: a [org.evenhand.law.Ruling]. Numbers that change by
/// date stand in the tables, not here; [org.evenhand.law.rules.Statute] lists the functions by rule.
@NullMarked
package org.evenhand.law.rules;

import org.jspecify.annotations.NullMarked;
