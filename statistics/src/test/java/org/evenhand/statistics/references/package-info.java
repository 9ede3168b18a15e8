/// Reads the reference values that other programs computed (scripts in `src/test/reference`).
@NullMarked
package org.evenhand.statistics.references;

import org.jspecify.annotations.NullMarked;
