/// Tests of `evenhand fit` as it is run.
@NullMarked
package org.evenhand.fit;

import org.jspecify.annotations.NullMarked;
