// Package webtest drives boctin serve with a real Chromium: each screen at two
// widths, by keyboard and without scripts, held against axe-core; hostile pages;
// corrections from the click to the file and back. It is a module of its own, so
// that the program needs none of its dependencies.
package webtest
