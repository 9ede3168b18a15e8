@NullMarked
package org.evenhand.chart;

import org.jspecify.annotations.NullMarked;
