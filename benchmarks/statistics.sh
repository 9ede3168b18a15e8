#!/bin/sh
# Ordered logits beside R and Python on the same rows, in one run. Needs R (MASS, ordinal, sandwich) and statsmodels:
#   apt-get install r-base-core r-cran-mass r-cran-ordinal r-cran-sandwich python3-statsmodels
# Build first: mvn -Pbenchmarks -pl benchmarks -am package -DskipTests
set -eu
here=$(cd "$(dirname "$0")" && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
classes="$here/target/classes:$here/target/lib/*"
panel=$(mktemp)
trap 'rm -f "$panel"' EXIT
"$java" -cp "$classes" org.evenhand.benchmarks.statistics.PanelRun csv "$panel"
echo "== Evenhand, vector kernels"
"$java" -XX:+UseSerialGC --add-modules jdk.incubator.vector -cp "$classes" org.evenhand.benchmarks.statistics.PanelRun fits 2>/dev/null
echo "== Evenhand, scalar kernels"
"$java" -XX:+UseSerialGC -cp "$classes" org.evenhand.benchmarks.statistics.PanelRun fits
echo "== R"
OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 Rscript "$here/statistics.R" "$panel"
echo "== Python"
OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 /usr/bin/python3 "$here/statistics.py" "$panel"
