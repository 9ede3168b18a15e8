/// Tests of specification curves.
@NullMarked
package org.evenhand.statistics.multiverse;

import org.jspecify.annotations.NullMarked;
