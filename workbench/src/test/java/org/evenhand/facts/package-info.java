/// Facts of the record that the program must reproduce from the shipped tables, each with the source that states it.
///
/// In go the shipped tables and single commands; compared are their answers with what the cited source prints. None of
/// these values was taken from the program.
@NullMarked
package org.evenhand.facts;

import org.jspecify.annotations.NullMarked;
