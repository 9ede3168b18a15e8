package org.evenhand.panel;

/// How many years before the report year each kind of variable is taken from. Report `t` covers April `t−1`
/// to March `t`, so lag 1 (the calendar or fiscal year `t−1`) is the year that the window mostly lies in.
///
/// @param evidence lag of evidence; for acts with a date, those up to the window's end, `evidence − 1` years earlier
/// @param interests lag of interests
/// @param controls lag of controls
public record Lags(int evidence, int interests, int controls) {
    /// Everything from year `t−1`.
    public static final Lags DEFAULT = new Lags(1, 1, 1);

    public Lags {
        check("evidence", evidence);
        check("interests", interests);
        check("controls", controls);
    }

    private static void check(String what, int lag) {
        if (lag < 0 || lag > 10) {
            throw new IllegalArgumentException("lag of %s %d: from 0 to 10 years are possible".formatted(what, lag));
        }
    }

    /// The lag of a role.
    public int of(Role role) {
        return switch (role) {
            case EVIDENCE -> evidence;
            case INTEREST -> interests;
            case CONTROL -> controls;
        };
    }
}
