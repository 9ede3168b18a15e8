package org.evenhand.print;

/// What the terminal printer may use. The edge of the program decides; the printer never looks at the machine.
///
/// @param width columns; anything below [#NARROWEST] is taken as that
/// @param colour whether escape sequences for colour and weight are allowed
/// @param unicode whether rules and dots may be drawn with characters beyond ASCII
/// @param reasons whether reasoning trees in table cells are printed below the table
public record Screen(int width, boolean colour, boolean unicode, boolean reasons) {
    /// The narrowest width that is laid out for.
    public static final int NARROWEST = 40;

    public Screen {
        width = Math.max(width, NARROWEST);
    }

    /// A pipe or file: 100 columns, no colour.
    public static final Screen PLAIN = new Screen(100, false, true, false);

    /// This screen, with or without reasoning trees.
    public Screen withReasons(boolean shown) {
        return new Screen(width, colour, unicode, shown);
    }
}
