@NullMarked
package org.evenhand.print;

import org.jspecify.annotations.NullMarked;
