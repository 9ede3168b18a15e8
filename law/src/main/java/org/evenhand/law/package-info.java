/// The TVPA as dated, executable, traced rules; depends on the JDK and core.
@NullMarked
package org.evenhand.law;

import org.jspecify.annotations.NullMarked;
