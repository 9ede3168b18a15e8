/// From a table of columns and a list of terms to a design matrix, with every row that falls out counted and
/// explained.
///
/// In: a [Frame] (named columns, numbers or labels, missing values marked), [Term]s (written as text and read
/// by [Terms#parse]) and, for lags, which columns say unit and time. Out: a [Design]: the matrix without an
/// intercept column, the name of every column, the rows that are complete, and how many values each term
/// lacks. What cannot be built is a [DesignProblem] that names column, row and value.
@NullMarked
package org.evenhand.statistics.design;

import org.jspecify.annotations.NullMarked;
