package org.evenhand.law.hearing;

import org.evenhand.law.Ruling;

/// The logic of one rule. It asks the inquiry for facts, parameters, readings and other rulings, all of
/// which go into the trace, and depends on nothing else.
@FunctionalInterface
public interface RuleFunction {
    Ruling decide(Inquiry inquiry);
}
