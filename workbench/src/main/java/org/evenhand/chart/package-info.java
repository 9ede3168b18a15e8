/// Charts as SVG text, made without a browser: the same records give the same bytes.
///
/// Plain records go in, one `svg` element comes out, with `role="img"`, a title and a description, no script,
/// and no reference to anything outside it. One hue, from light to dark, that colour-blind readers can order;
/// colour is never alone: every tier has its letter, every bar its value, "no data" is hatched and "no tier"
/// dotted. Whoever shows a chart shows its summary and its table too ([org.evenhand.document.Block.Chart]).
@NullMarked
package org.evenhand.chart;

import org.jspecify.annotations.NullMarked;
