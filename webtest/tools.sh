#!/bin/sh
# Installs what the browser tests use, where it can be had: Debian's Chromium with
# apt, as root; what package.json names with npm. Says in a line what is missing;
# the tests that want it then leave themselves out.
cd "$(dirname "$0")" || exit 1
if ! command -v chromium >/dev/null && ! command -v google-chrome >/dev/null; then
	if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
		echo "installing Chromium with apt-get (some 120 MB)"
		{ apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends chromium fonts-dejavu-core; } >/dev/null 2>&1 ||
			echo "test-web: apt-get cannot install Chromium here"
	else
		echo "test-web: there is no Chromium, and no apt-get with the rights to install it"
	fi
fi
if command -v npm >/dev/null; then
	[ node_modules/.package-lock.json -nt package.json ] || npm install --no-package-lock --no-audit --no-fund --loglevel=error >/dev/null ||
		echo "test-web: npm cannot install axe-core and SingleFile here"
else
	echo "test-web: without npm, axe-core and SingleFile are left out"
fi
