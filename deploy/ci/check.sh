#!/bin/sh
# Check once, and make of the one report every further format. For any CI that has a shell.
#
#   check.sh FOLDER "FORMAT..." ARGUMENT OF CHECK...
#   check.sh reports "junit sarif" drafts --fail-on contradicted
#
# FOLDER gets report.json and a file a format: report.xml, report.sarif, report.gitlab.json.
# The exit code is that of `sourceproof check`: 3, nothing was checked, is no success.
set -u

folder=$1
formats=$2
shift 2
mkdir -p "$folder"
rm -f "$folder/report.json"
code=0
sourceproof check "$@" --format json --output "$folder/report.json" || code=$?
[ -e "$folder/report.json" ] || exit "$code"

set --
for format in $formats; do set -- "$@" --format "$format"; done
[ $# -eq 0 ] || sourceproof render "$folder/report.json" "$@" --output "$folder/" || exit 2
sourceproof render "$folder/report.json"
exit "$code"
