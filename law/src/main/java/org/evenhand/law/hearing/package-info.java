/// How the rules are heard: a case goes in, each rule is asked once, and the trace is written while it
/// decides.
///
/// In: a [org.evenhand.law.hearing.Case] (record, year, facts, readings) and the logic of the rules by
/// id. Out: a [org.evenhand.law.Trace] for each rule asked. A rule sees nothing but its
/// [org.evenhand.law.hearing.Inquiry]; what it has not asked for cannot have moved it.
@NullMarked
package org.evenhand.law.hearing;

import org.jspecify.annotations.NullMarked;
