/// Cumulative models with a random intercept for each group: rows of one country share what the columns
/// leave out.
///
/// In: ordered data, a group for each row, a link and how to integrate ([Integration]). Out: [MixedFit],
/// either the maximum of the marginal likelihood, run to a gradient of 1e-9 with errors from its observed
/// information, or the reason why there is none: no fixed part, no variance between groups, no variation
/// within them. [WithinBetween] splits columns into a group's mean and the deviation from it (Mundlak
/// 1978, Econometrica 46:69). Sources: Laplace's approximation and adaptive Gauss–Hermite quadrature as
/// in Pinheiro & Bates 1995 (J. Comput. Graph. Statist. 4:12) and Christensen's `ordinal`.
@NullMarked
package org.evenhand.statistics.mixed;

import org.jspecify.annotations.NullMarked;
