package org.evenhand.panel;

/// A column of the panel.
///
/// @param key column name, with its transformation: for example `ln_gdp_per_capita`
/// @param role what it stands for
/// @param set the evidence set or interest it belongs to
/// @param title what it is, for people
/// @param unit unit before the transformation
/// @param reading where it is read
/// @param transform what is done to the number
/// @param ancestry whether it descends from the Report
public record Variable(
        String key,
        Role role,
        String set,
        String title,
        String unit,
        Reading reading,
        Transform transform,
        Ancestry ancestry) {
    /// Whether it is a yes or no: its effect is that of 0 → 1, not of one standard deviation.
    public boolean yesNo() {
        return unit.equals("yes_no");
    }
}
