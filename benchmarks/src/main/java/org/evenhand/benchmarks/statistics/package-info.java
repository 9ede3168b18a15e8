/// How long a fit takes, alone (JMH) and beside other programs (`benchmarks/statistics.sh`).
@NullMarked
package org.evenhand.benchmarks.statistics;

import org.jspecify.annotations.NullMarked;
