package org.evenhand.statistics.decision;

/// What comes of statements about weights: a space of weights to sample, or a refusal that says why there is
/// none.
public sealed interface StatedWeights permits WeightSpace, Refusal {}
