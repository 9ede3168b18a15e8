package org.evenhand.law.assessment;

import java.util.List;
import org.evenhand.law.Answer;

/// One answer of an assessor.
///
/// @param key the criterion or the fact of the record
/// @param answer the answer
/// @param confidence how sure the assessor is; never used by a rule, always shown
/// @param sources keys or references of the sources
/// @param note a reason in words; may be empty
public record Finding(String key, Answer answer, Confidence confidence, List<String> sources, String note) {
    /// How sure an assessor is.
    public enum Confidence {
        HIGH,
        MEDIUM,
        LOW,
        NOT_STATED
    }

    public Finding {
        sources = List.copyOf(sources);
    }
}
