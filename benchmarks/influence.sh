#!/bin/sh
# Specification curves beside R's specr with MASS::polr on the same rows, in one run. Needs R with MASS and specr:
#   apt-get install r-base-core r-cran-mass; Rscript -e 'install.packages("specr")'
# Build first: mvn -Pbenchmarks -pl benchmarks -am package -DskipTests
set -eu
here=$(cd "$(dirname "$0")" && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
classes="$here/target/classes:$here/target/lib/*"
panel=$(mktemp)
trap 'rm -f "$panel"' EXIT
curve() {
    "$java" -XX:+UseSerialGC "$@" 2>/dev/null
}
"$java" -cp "$classes" org.evenhand.benchmarks.statistics.CurveRun csv "$panel"
echo "== Evenhand, vector kernels"
curve --add-modules jdk.incubator.vector -cp "$classes" org.evenhand.benchmarks.statistics.CurveRun rates
echo "== Evenhand, scalar kernels"
curve -cp "$classes" org.evenhand.benchmarks.statistics.CurveRun rates
echo "== R"
OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 Rscript "$here/influence.R" "$panel"
echo "== Growth"
curve --add-modules jdk.incubator.vector -cp "$classes" org.evenhand.benchmarks.statistics.CurveRun growth
