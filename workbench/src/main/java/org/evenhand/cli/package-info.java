/// The command line: parses, calls and prints.
@NullMarked
package org.evenhand.cli;

import org.jspecify.annotations.NullMarked;
