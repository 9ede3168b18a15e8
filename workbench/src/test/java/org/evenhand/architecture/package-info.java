/// Which package may know which, as allow-lists, and what no code may ask the machine for.
///
/// In go the compiled classes; out come the places that break a rule. Each rule is also seen failing on a class of
/// `org.evenhand.planted` that breaks it.
@NullMarked
package org.evenhand.architecture;

import org.jspecify.annotations.NullMarked;
