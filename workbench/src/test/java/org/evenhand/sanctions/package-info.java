/// Tests of the ledger, of what is at stake, of policies and of the weighing, on the shipped tables.
@NullMarked
package org.evenhand.sanctions;

import org.jspecify.annotations.NullMarked;
