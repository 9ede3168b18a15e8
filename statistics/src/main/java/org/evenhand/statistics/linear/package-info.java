/// Small dense linear algebra on plain `double[]`, in column-major order: what a regression needs and no more.
///
/// In: a [Matrix], weights, vectors. Out: products, Cholesky factors, solutions, inverses, and the rank of a
/// design with the names of the columns that are not free.
///
/// [Kernels] has two implementations, scalar and vector, that give the same bits: both keep a fixed number of
/// partial sums and fold them in a fixed order, so an answer does not depend on the machine it was computed
/// on.
@NullMarked
package org.evenhand.statistics.linear;

import org.jspecify.annotations.NullMarked;
