#!/bin/sh
# Remakes the table of docs/coverage-statistics.md. Build first: mvn -Pbenchmarks -pl benchmarks -am package -DskipTests
set -eu
here=$(cd "$(dirname "$0")" && pwd)
"${JAVA_HOME:+$JAVA_HOME/bin/}java" --add-modules jdk.incubator.vector \
    -cp "$here/target/classes:$here/target/lib/*" org.evenhand.benchmarks.statistics.CoverageStudy "$@" 2>/dev/null
