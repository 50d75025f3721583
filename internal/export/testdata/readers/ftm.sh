#!/bin/sh
# make test-ftm: the library of FollowTheMoney holds every entity of our export
# against its model, and nomenklatura, the matcher of OpenSanctions, takes them in
# and looks for persons and bodies that are one. PyICU, which both need, has no
# wheel: it is built here, which takes some minutes, a C++ compiler and libicu-dev.
set -e
readers=$(dirname "$0") boctin=$PWD/bin/boctin
python=$readers/.venv-ftm
[ -e "$python/made" ] || { rm -rf "$python" && python3 -m venv "$python" &&
	"$python/bin/pip" install -q --disable-pip-version-check followthemoney==4.11.2 nomenklatura==4.17.4 && touch "$python/made"; }
python=$(cd "$python" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$boctin" import -q --corpus "$work/corpus" "$@"
"$boctin" export -q --corpus "$work/corpus" --format ftm -o "$work/news.ftm"
"$python/bin/ftm" validate -i "$work/news.ftm" >"$work/valid.ftm"
given=$(wc -l <"$work/news.ftm") valid=$(wc -l <"$work/valid.ftm")
echo "ftm validate: $valid of $given entities are valid"
[ "$given" = "$valid" ]
cd "$work"
"$python/bin/nk" xref -l 200 news.ftm 2>&1 | grep 'Xref: '
