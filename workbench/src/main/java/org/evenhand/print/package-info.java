/// Printers: they show an answer in one of six formats and compute nothing.
///
/// In goes a [org.evenhand.document.Document], or a single [org.evenhand.document.DataTable] with its sources and
/// provenance; out come text or bytes. [Printer] is the door, [Format] the choice. Every number is shown through
/// [NumberText], so that it reads the same everywhere; every text passes [SafeText], so that nothing in the data can
/// act on a terminal, a page or a spreadsheet. Same answer, same format, same bytes: no clock, no locale, no machine.
///
/// Terminal, JSON and CSV stand on the start-up path of every command and load little; HTML and PDF are loaded only
/// when asked for.
@NullMarked
package org.evenhand.print;

import org.jspecify.annotations.NullMarked;
