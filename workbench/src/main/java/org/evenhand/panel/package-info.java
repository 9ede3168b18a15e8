/// The country × report year panel that statistics are fitted to.
///
/// In: the catalogue and the lags ([Lags]). Out: a [Panel]: one row for each placement (special cases
/// included, without a tier), and for every [Variable] a column of numbers, `NaN` where nothing is recorded.
/// Nothing is imputed; every step between the data and a column (the year it is taken from, the
/// transformation) is named in the variable and printed in the codebook ([Codebook]).
///
/// To fit a model: `var panel = Panel.of(catalogue, Lags.DEFAULT)`; `panel.rows()` give country, report year,
/// bureau, administration and standing in order of country and year; `panel.column("ln_gdp_per_capita")`
/// gives the numbers in the order of the rows, `panel.severity()` the tier as 0 to 3 (`NaN` for a special
/// case), `panel.variables()` all columns. The same as a file: [PanelCsv].
@NullMarked
package org.evenhand.panel;

import org.jspecify.annotations.NullMarked;
