#!/usr/bin/env bash
# Lets the readers of articles and the finders of names written in Python read
# the same documents: makes a virtual environment with the pinned versions beside
# this file, once, and writes OUT/NAME.SET.jsonl and OUT/NAME.SET.cost.json for
# each folder: of pages, or of articles saved as text.
#
#	python/peers.sh OUT FOLDER...
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=$1
shift
command -v python3 >/dev/null || { echo "peers.sh: left out, there is no python3"; exit 0; }
env=$here/.venv
if ! [ "$env/made" -nt "$here/requirements.txt" ]; then
	rm -rf "$env"
	python3 -m venv "$env"
	"$env/bin/pip" install -q --disable-pip-version-check 'pip==26.3'
	"$env/bin/pip" install -q -r "$here/requirements.txt"
	touch "$env/made"
fi
mkdir -p "$out"
for folder; do
	program=readers.py
	compgen -G "$folder/*.txt" >/dev/null && program=names.py
	for peer in $("$env/bin/python" "$here/$program" --list); do
		"$env/bin/python" "$here/$program" "$peer" "$folder" "$out" || echo "peers.sh: $peer failed on $folder" >&2
	done
done
