/// Tests of assessment files.
@NullMarked
package org.evenhand.assessment;

import org.jspecify.annotations.NullMarked;
