/// Golden files: what the program prints on tiny invented data, compared whole.
@NullMarked
package org.evenhand.golden;

import org.jspecify.annotations.NullMarked;
