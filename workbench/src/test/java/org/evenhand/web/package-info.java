/// The web application over real sockets and in a real browser: what it answers, what it refuses, and for whom it is
/// usable.
@NullMarked
package org.evenhand.web;

import org.jspecify.annotations.NullMarked;
