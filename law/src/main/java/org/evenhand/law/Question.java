package org.evenhand.law;

/// What an assessor is asked, and how it may be answered.
///
/// @param key the criterion, for example `WW-2`
/// @param text the question
/// @param scale the answer scale, for example `yes/no`
public record Question(String key, String text, String scale) implements Comparable<Question> {
    @Override
    public int compareTo(Question other) {
        return key.compareTo(other.key);
    }
}
