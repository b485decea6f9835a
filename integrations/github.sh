#!/usr/bin/env bash
# What action.yml does: compares with the base branch, annotates, writes the job summary and
# leaves a page to be uploaded. The exit code is an output, so that the page is uploaded first.
set -euo pipefail

lines() { # lines NAME TEXT: the lines of a text that are not empty, as the array NAME
  local -n into=$1
  local line
  into=()
  while IFS= read -r line || [ -n "$line" ]; do
    line=${line%$'\r'}
    [ -z "$line" ] || into+=("$line")
  done <<<"$2"
}

lines sources "$CODEGEN_SOURCES"
lines arguments "$CODEGEN_ARGUMENTS"
read -ra command <<<"$CODEGEN_COMMAND"

against=$CODEGEN_AGAINST
if [ -z "$against" ]; then
  against="origin/$CODEGEN_BASE"
  # A checkout of one commit does not have it.
  if ! git rev-parse --quiet --verify --end-of-options "$against^{commit}" >/dev/null; then
    git fetch --quiet --no-tags --depth=1 origin -- \
      "+refs/heads/$CODEGEN_BASE:refs/remotes/origin/$CODEGEN_BASE"
  fi
fi

folder=$(mktemp -d "${RUNNER_TEMP:-/tmp}/codegen-diff.XXXXXX")
code=0
"${command[@]}" diff ${sources[@]+"${sources[@]}"} "--against=$against" \
  ${arguments[@]+"${arguments[@]}"} --format=github \
  "--report=markdown=$folder/summary.md" "--report=html=$folder/diff.html" \
  "--report=json=$folder/diff.json" || code=$?

{
  echo "exit-code=$code"
  if [ -f "$folder/diff.json" ]; then
    echo "page=$folder/diff.html"
    node -e '
      const { failed, bump } = JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"));
      process.stdout.write(`failed=${failed}\nbump=${bump ?? ""}\n`);
    ' "$folder/diff.json"
  fi
} >>"$GITHUB_OUTPUT"
[ ! -f "$folder/summary.md" ] || cat "$folder/summary.md" >>"$GITHUB_STEP_SUMMARY"
