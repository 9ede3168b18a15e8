package org.evenhand.statistics.mixed;

/// Nodes and weights for integrals against the standard normal density.
///
/// @param nodes ascending, symmetric about 0
/// @param weights sum to 1
record GaussHermite(double[] nodes, double[] weights) {
    /// Newton's method on the orthonormal Hermite polynomials (probabilists' form), from the largest root
    /// inwards; starting values of Stroud & Secrest 1966.
    static GaussHermite of(int count) {
        double[] nodes = new double[count];
        double[] weights = new double[count];
        double z = 0;
        for (int i = 0; i < (count + 1) / 2; i++) {
            z = switch (i) {
                case 0 -> Math.sqrt(2.0 * count + 1) - 1.85575 * Math.pow(2.0 * count + 1, -1.0 / 6);
                case 1 -> z - 1.14 * Math.pow(count, 0.426) / z;
                case 2 -> 1.86 * z - 0.86 * nodes[count - 1] / Math.sqrt(2);
                case 3 -> 1.91 * z - 0.91 * nodes[count - 2] / Math.sqrt(2);
                default -> 2 * z - nodes[count + 1 - i] / Math.sqrt(2);
            };
            double slope = 1;
            for (int step = 0; step < 100; step++) {
                double before = 0;
                double value = Math.pow(Math.PI, -0.25);
                for (int j = 0; j < count; j++) {
                    double older = before;
                    before = value;
                    value = z * Math.sqrt(2.0 / (j + 1)) * before - Math.sqrt(j / (j + 1.0)) * older;
                }
                slope = Math.sqrt(2.0 * count) * before;
                double change = value / slope;
                z -= change;
                if (Math.abs(change) <= 3e-15) {
                    break;
                }
            }
            if (2 * i + 1 == count) {
                z = 0;
            }
            nodes[i] = -z * Math.sqrt(2);
            nodes[count - 1 - i] = z * Math.sqrt(2);
            weights[i] = 2 / (slope * slope) / Math.sqrt(Math.PI);
            weights[count - 1 - i] = weights[i];
        }
        return new GaussHermite(nodes, weights);
    }
}
