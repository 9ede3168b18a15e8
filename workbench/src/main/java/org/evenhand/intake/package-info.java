/// Taking tables in: strict, whole or not at all.
///
/// In: a folder of data packages (`<table>/<table>.csv` and `<table>/datapackage.json`, Frictionless Table
/// Schema). Every value is of its declared type, listed as allowed, or stops the import with file, line and
/// column. Out: snapshots for the catalogue. Checks across tables run before anything is written.
@NullMarked
package org.evenhand.intake;

import org.jspecify.annotations.NullMarked;
