#!/bin/sh
# The web application beside the same server answering a constant, then ten minutes of it with its memory. Needs wrk:
#   apt-get install wrk
# Build first: ./evenhand tiers. Options: MINUTES (10).
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
port=7091
base=http://127.0.0.1:$port
paths="/ /map /account /country/CUB /law/rules /law/compare /sanctions/what-if /sources /api/v1/tiers /api/v1/law/rules /api/v1/determinations /about"
mix=$(mktemp)
trap 'rm -f "$mix"; kill "$server" 2>/dev/null' EXIT
begin=$(date +%s%N)
"$here/evenhand" serve --port $port >/dev/null 2>&1 &
server=$!
# A server that does not start ends this.
until curl -fs -o /dev/null $base/; do
    kill -0 "$server"
    sleep 0.02
done
echo "first page after $((($(date +%s%N) - begin) / 1000000)) ms"
for path in $paths; do curl -fs --compressed -o /dev/null "$base$path"; done
{
    echo 'local paths = {'
    for path in $paths; do echo "\"$path\","; done
    echo '}'
    echo 'local n = 0'
    echo 'local gzip = {["Accept-Encoding"] = "gzip"}'
    echo 'request = function() n = n % #paths + 1; return wrk.format("GET", paths[n], gzip) end'
    echo 'done = function(summary) local e = summary.errors'
    echo 'io.write("errors: ", e.connect + e.read + e.write + e.status + e.timeout, "\\n") end'
} >"$mix"
memory() { awk '/VmRSS/ {printf "%d MB\n", $2 / 1024}' "/proc/$server/status"; }
jcmd=$(cat "$here/target/evenhand/jdk")/bin/jcmd
# What is in use after a full collection; the young generation is empty then.
live() {
    "$jcmd" "$server" GC.run >/dev/null
    "$jcmd" "$server" GC.heap_info | awk '/Tenured/ {print "in use after a full collection: " $5}'
}
echo "== a constant (/assets/icon.svg), 60 s"
wrk -t1 -c64 -d60s --latency -H 'Accept-Encoding: gzip' $base/assets/icon.svg | grep -E 'Requests/sec|50%|99%|Socket|Non-2xx' || true
echo "== twelve pages and answers in turn, 60 s"
wrk -t1 -c64 -d60s --latency -s "$mix" $base | grep -E 'Requests/sec|50%|99%|errors:' || true
echo "== the same for ${MINUTES:-10} minutes: resident memory at the end of each"
live
for minute in $(seq "${MINUTES:-10}"); do
    wrk -t1 -c64 -d60s -s "$mix" $base | grep -E 'errors: [1-9]' || true
    echo "minute $minute: $(memory)"
done
live
