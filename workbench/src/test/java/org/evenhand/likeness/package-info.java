@NullMarked
package org.evenhand.likeness;

import org.jspecify.annotations.NullMarked;
