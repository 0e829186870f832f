#!/usr/bin/env bash
# Runs the check for action.yml: inputs come as DFJLINT_* variables, outputs go to $GITHUB_OUTPUT.
set -uo pipefail

json=${DFJLINT_JSON_FILE:-$(mktemp -d)/dfjlint.json}
arguments=(check --output-format github --output-format "json:$json")
[ -n "${DFJLINT_SARIF_FILE:-}" ] && arguments+=(--output-format "sarif:$DFJLINT_SARIF_FILE")
[ -n "${DFJLINT_HTML_FILE:-}" ] && arguments+=(--output-format "html:$DFJLINT_HTML_FILE")
[ -n "${DFJLINT_FAIL_ON:-}" ] && arguments+=(--fail-on "$DFJLINT_FAIL_ON")
[ -n "${DFJLINT_BASELINE:-}" ] && arguments+=(--baseline "$DFJLINT_BASELINE")
# shellcheck disable=SC2206  # words of args and paths are words of the command line
arguments+=(${DFJLINT_ARGS:-})
# shellcheck disable=SC2206
arguments+=(${DFJLINT_PATHS:-})

dfjlint "${arguments[@]}"
code=$?

{
  echo "exit-code=$code"
  echo "json-file=$json"
  echo "sarif-file=${DFJLINT_SARIF_FILE:-}"
  echo "html-file=${DFJLINT_HTML_FILE:-}"
  if [ -s "$json" ]; then python "$(dirname "$0")/counts.py" "$json"; fi
} >>"${GITHUB_OUTPUT:-/dev/stdout}"
exit "$code"
