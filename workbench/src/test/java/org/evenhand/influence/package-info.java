/// Tests of universes and their runs.
@NullMarked
package org.evenhand.influence;

import org.jspecify.annotations.NullMarked;
