@NullMarked
package org.evenhand.move;

import org.jspecify.annotations.NullMarked;
