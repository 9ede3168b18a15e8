/// What a user's file says, and where: YAML or JSON as values that know their file, line and key, so that
/// every mistake can be named in one sentence.
///
/// In: a text. Out: [org.evenhand.userfile.Located]. What the values mean is the reader's affair.
@NullMarked
package org.evenhand.userfile;

import org.jspecify.annotations.NullMarked;
