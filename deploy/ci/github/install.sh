#!/usr/bin/env bash
# Install Sourceproof for the steps of this action alone, in a folder that goes with the job.
set -euo pipefail

if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
  echo "::error title=Sourceproof::Needs Python 3.11 or newer. Put actions/setup-python before it."
  exit 2
fi
home="$RUNNER_TEMP/sourceproof"
python3 -m venv "$home"
pip() { "$home/bin/python" -m pip install --quiet --disable-pip-version-check "$@"; }
if [ -n "${VERSION:-}" ]; then
  pip "sourceproof==$VERSION"
else
  # The action's own checkout: what runs is what this revision of the action holds.
  root="$GITHUB_ACTION_PATH/../../.."
  pip --require-hashes -r "$root/requirements.txt"
  pip --no-deps --no-build-isolation "$root"
fi
