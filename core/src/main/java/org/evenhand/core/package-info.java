/// The shared nouns: countries, report years, tiers, sources, figures and errors.
///
/// Immutable, valid from birth, and dependent on nothing but the JDK. Whatever a user can see as a number is
/// a [Figure], which cannot be built without its unit, sample, sources and the command that remakes it.
@NullMarked
package org.evenhand.core;

import org.jspecify.annotations.NullMarked;
