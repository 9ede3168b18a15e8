@NullMarked
package org.evenhand.opportunity;

import org.jspecify.annotations.NullMarked;
