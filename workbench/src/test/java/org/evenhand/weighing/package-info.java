/// Tests of weighing any problem.
@NullMarked
package org.evenhand.weighing;

import org.jspecify.annotations.NullMarked;
