/// Tests of the kept results and their page.
@NullMarked
package org.evenhand.findings;

import org.jspecify.annotations.NullMarked;
