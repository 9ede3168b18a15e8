/// Tests of the panel on the shipped data.
@NullMarked
package org.evenhand.panel;

import org.jspecify.annotations.NullMarked;
