package org.evenhand.panel;

/// Whether a measure descends from the Trafficking in Persons Report, and so may carry the judgement under test.
///
/// @param level `none`, `none_known`, `none_direct`, `possible`, `likely`, `largely` or `certain`
/// @param why what that rests on
public record Ancestry(String level, String why) {
    /// Whether no descent from the Report is known.
    public boolean free() {
        return level.equals("none") || level.equals("none_known") || level.equals("none_direct");
    }
}
