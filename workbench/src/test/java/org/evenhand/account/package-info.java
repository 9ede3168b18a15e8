/// Golden files of the account: read by a person against the invented tables they were printed from.
@NullMarked
package org.evenhand.account;

import org.jspecify.annotations.NullMarked;
