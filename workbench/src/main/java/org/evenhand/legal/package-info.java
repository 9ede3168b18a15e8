/// The law as answers: rules, versions, differences, deadlines, and what the law made of the record.
///
/// In: the law (`org.evenhand.law`) and the catalogue. Out: tables and documents that the printers
/// show. Nothing is ruled here; every ruling comes from the law with its trace.
@NullMarked
package org.evenhand.legal;

import org.jspecify.annotations.NullMarked;
