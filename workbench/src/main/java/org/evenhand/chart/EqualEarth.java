package org.evenhand.chart;

/// The Equal Earth projection of the sphere: areas keep their proportions, so that no country looks larger than it is.
///
/// Šavrič, Patterson and Jenny 2019, "The Equal Earth map projection", International Journal of Geographical
/// Information Science 33(3), equations 4 and 5. Degrees in, x to the right and y up in units of the sphere's
/// radius out.
final class EqualEarth {
    private static final double A1 = 1.340264;
    private static final double A2 = -0.081106;
    private static final double A3 = 0.000893;
    private static final double A4 = 0.003796;
    private static final double M = Math.sqrt(3) / 2;

    private EqualEarth() {}

    static double x(double longitude, double latitude) {
        double t = parametric(latitude);
        double t2 = t * t;
        double t6 = t2 * t2 * t2;
        return Math.toRadians(longitude) * Math.cos(t) / (M * (A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2)));
    }

    static double y(double latitude) {
        double t = parametric(latitude);
        double t2 = t * t;
        double t6 = t2 * t2 * t2;
        return t * (A1 + A2 * t2 + t6 * (A3 + A4 * t2));
    }

    private static double parametric(double latitude) {
        return Math.asin(M * Math.sin(Math.toRadians(latitude)));
    }
}
