@NullMarked
package org.evenhand.benchmark;

import org.jspecify.annotations.NullMarked;
