/// Tests of commands, run as a user runs them.
@NullMarked
package org.evenhand.cli;

import org.jspecify.annotations.NullMarked;
