package org.evenhand.statistics.ordinal;

/// How a cumulative model is fitted: `P(Y ≤ k | x) = F(κ_k − x'β − z'β_k)`, maximum likelihood by Newton's
/// method with analytic gradient and Hessian and a line search that keeps the thresholds of every row in
/// order.
///
/// Assumes independent rows given the design (for clusters see [ClusterCovariance]); the common slopes `β` assume
/// parallel lines, which [BrantTest] examines. Returns a [Fit]; throws only on shapes that do not fit together.
/// Source: McCullagh 1980, JRSS B 42; Agresti 2010, chapters 3 to 5; for partial models Peterson & Harrell 1990.
///
/// @param link the distribution `F`
/// @param maximumIterations Newton steps before giving up
public record OrderedModel(Link link, int maximumIterations) {
    /// Logit link.
    public static OrderedModel withDefaults() {
        return new OrderedModel(Link.LOGIT, 100);
    }

    public OrderedModel with(Link newLink) {
        return new OrderedModel(newLink, maximumIterations);
    }

    public OrderedModel withMaximumIterations(int most) {
        return new OrderedModel(link, most);
    }

    /// Fits the model once. For many fits on one design keep an [OrderedWorkspace].
    public Fit fit(OrderedData data) {
        return switch (OrderedWorkspace.prepare(this, data)) {
            case OrderedWorkspace.Prepared.Ready(var workspace) -> workspace.fit();
            case OrderedWorkspace.Prepared.Impossible(var reason) -> reason;
        };
    }
}
