package org.evenhand.web;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.evenhand.print.Answer;

/// How far a run is.
sealed interface JobState {
    /// @param before how many runs come first, the one that is running included
    record Waiting(int before) implements JobState {}

    /// @param finished specifications that are finished; with `total` 0 while the data are being read
    /// @param secondsLeft empty until it can be told
    record Running(int finished, int total, OptionalLong secondsLeft) implements JobState {}

    /// @param answers first what the command prints, then its specifications
    record Finished(List<Answer> answers) implements JobState {
        public Finished {
            answers = List.copyOf(answers);
        }
    }

    /// What was finished is kept, and the run can go on.
    record Stopped(Why why, int finished, int total) implements JobState {}

    record Failed(Problem problem) implements JobState {}

    /// Why a run was stopped.
    enum Why {
        CANCELLED,
        TIME,
        SHUTDOWN;

        /// Its name in texts and in the API.
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Its name in texts and in the API.
    default String key() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /// Whether nothing more happens by itself.
    default boolean ended() {
        return switch (this) {
            case Waiting _, Running _ -> false;
            case Finished _, Stopped _, Failed _ -> true;
        };
    }
}
