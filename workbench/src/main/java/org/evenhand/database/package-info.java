/// The catalogue as one DuckDB database, which R, Python and the DuckDB shell open as well: read-only SQL and exports.
///
/// In: the catalogue's tables with their types. Out: rows for a query, or a folder of files. The only package that
/// speaks JDBC.
@NullMarked
package org.evenhand.database;

import org.jspecify.annotations.NullMarked;
