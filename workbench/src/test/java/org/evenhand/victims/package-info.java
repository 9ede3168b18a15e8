/// Tests of the answers on victims.
@NullMarked
package org.evenhand.victims;

import org.jspecify.annotations.NullMarked;
