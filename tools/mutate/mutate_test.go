package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const source = `package p

func f(a, b, c bool, n int) int {
	if a && (b || c) {
		return 1
	}
	for n > 3 {
		n--
	}
	switch m := n; m {
	case 1, 2:
		return 5
	default:
	}
	switch {
	case a:
	case func() bool { return b && c }():
	}
	return n
}
`

func TestWrap(t *testing.T) {
	text, found, err := wrap("p", "p.go", source, 7)
	if err != nil {
		t.Fatal(err)
	}
	want := strings.NewReplacer(
		`package p`, `package p; import mutate "github.com/boctin/boctin/tools/mutate/point"`,
		`a && (b || c)`, `mutate.True(7, (a)) && (mutate.False(8, (b)) || mutate.False(9, (c)))`,
		`n > 3`, `mutate.False(10, (n > 3))`,
		`m := n; m {`, `m := n;  {`,
		`case 1, 2:`, `case mutate.False(11, (m) == (1)), mutate.False(11, (m) == (2)):`,
		`case a:`, `case mutate.False(12, (a)):`,
		`case func() bool { return b && c }():`, `case mutate.False(13, (func() bool { return mutate.True(14, (b)) && mutate.True(15, (c)) }())):`,
	).Replace(source)
	if diff := cmp.Diff(want, text); diff != "" {
		t.Error(diff)
	}
	if len(found) != 9 || found[4] != (condition{number: 11, pkg: "p", at: "p.go:11", op: "case", text: "1, 2"}) {
		t.Errorf("%+v", found)
	}
}

// TestTry measures a small package whose test is known to miss some conditions:
// one that decides something, and five that decide nothing in it.
func TestTry(t *testing.T) {
	packages, err := list([]string{"./testdata/sample"})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	conditions, err := layOver(dir, packages)
	if err != nil {
		t.Fatal(err)
	}
	b := &bench{dir: dir}
	if err := b.build(packages); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range conditions {
		if v := b.try(c); v != killed {
			got = append(got, fmt.Sprintf("%s: %s: %s %d", c.at, c.op, c.text, v))
		}
	}
	want := []string{
		"testdata/sample/sample.go:6: ||: n > 1000 2",
		"testdata/sample/sample.go:13: &&: odd 2",
		"testdata/sample/sample.go:13: &&: n == 5 2",
		"testdata/sample/sample.go:17: for: n > 500 1",
		"testdata/sample/sample.go:34: &&: a 2",
		"testdata/sample/sample.go:34: &&: b 2",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestSampleIsOfTheSeed(t *testing.T) {
	all := make([]condition, 100)
	for i := range all {
		all[i].number = i
	}
	pick := func(seed uint64) string {
		return fmt.Sprint(sampled(all, options{sample: 5, seed: seed}))
	}
	if first, again := pick(1), pick(1); first != again || first == pick(2) || len(sampled(all, options{})) != 100 {
		t.Errorf("%q %q", pick(1), pick(2))
	}
}
