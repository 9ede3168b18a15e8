/// Ordered regression, survival, capture-recapture and multicriteria methods; knows nothing of trafficking.
@NullMarked
package org.evenhand.statistics;

import org.jspecify.annotations.NullMarked;
