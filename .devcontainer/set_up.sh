#!/usr/bin/env bash
# Sets up Deno, Jupyter and the Deno kernel, and fetches the packages.
set -euo pipefail
cd "$(dirname "$0")/.."
npm install --global deno@2.9.6
pip install --quiet jupyterlab
deno jupyter --install
deno install
