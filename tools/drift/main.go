// Command drift shows what a change makes of real texts: it builds the program as it was at
// another revision and as it stands, runs both over ../shared and testdata, and prints for
// each record that is not the same what was and what is, field by field.
//
//	drift [-base REVISION] [-texts ../shared] [-fields dates,events] [-all]
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/boctin/boctin/internal/drift"
)

// screen is how many lines are printed unless all are wanted.
const screen = 40

func main() {
	var o options
	flag.StringVar(&o.base, "base", "HEAD", "revision to compare with")
	flag.StringVar(&o.texts, "texts", "../shared", "folder of real texts; testdata is read besides")
	flag.StringVar(&o.fields, "fields", strings.Join(drift.Fields, ","), "fields that are compared, with commas between")
	flag.BoolVar(&o.all, "all", false, "print every change, not a screenful")
	flag.Parse()
	if flag.NArg() > 0 {
		fmt.Fprintln(os.Stderr, "drift: no arguments are read: name the revision with -base")
		os.Exit(2)
	}
	if err := run(o, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "drift:", err)
		os.Exit(1)
	}
}

type options struct {
	base, texts, fields string
	all                 bool
}

func run(o options, w io.Writer) error {
	dir, err := os.MkdirTemp("", "drift-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	sets, err := drift.Sets(o.texts)
	if err != nil {
		return err
	}
	if len(sets) == 0 {
		fmt.Fprintf(os.Stderr, "drift: no texts in %s, only testdata is read\n", o.texts)
	}
	in, err := newInputs(append(sets, drift.Set{Name: "testdata", Paths: []string{"testdata"}}), dir)
	if err != nil {
		return err
	}
	old, fresh, err := programs(o.base, dir)
	if err != nil {
		return err
	}
	was, err := in.records(old)
	if err != nil {
		return err
	}
	is, err := in.records(fresh)
	if err != nil {
		return err
	}
	r := report{fields: strings.Split(o.fields, ","), most: screen, counts: map[string]int{}}
	if o.all {
		r.most = 1 << 30
	}
	return r.write(w, was, is)
}
