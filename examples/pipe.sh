#!/bin/sh
# Notes through a pipe: one JSON object per line in, one per line out, in the same order.
# Run it in this folder's parent: sh examples/pipe.sh. SPINENOTE names the program where it is not on the path.
set -eu
SPINENOTE=${SPINENOTE:-npx spinenote}

printf '%s\n' \
  '{"id":"v1","text":"ASSESSMENT: Low back pain.","meta":{"patient":"p1"}}' \
  '{"id":"v2","text":"ASSESSMENT: Cervical radiculopathy."}' \
  '{"id":"v3"}' |
  $SPINENOTE batch |
  # A line that could not be analysed has an "error" and keeps its place.
  grep -v '"error":' |
  sed -E 's/.*"note":\{"id":"([^"]*)".*"codes":\[\{"code":"([^"]*)".*/\1 \2/'
