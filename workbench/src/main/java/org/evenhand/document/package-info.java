/// The answer as a value: a [Document] of sections and blocks, or a single [DataTable].
///
/// Features build it; printers (terminal, JSON, CSV, Markdown, HTML, PDF) show it and compute nothing. A
/// number appears only as a [org.evenhand.core.Figure], so that no printer can show one without its passport;
/// a year, a code and a name are labels.
@NullMarked
package org.evenhand.document;

import org.jspecify.annotations.NullMarked;
