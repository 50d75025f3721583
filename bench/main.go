// Command bench sets article readers side by side over the same saved pages,
// in one run: the readers written in Go, and, where their records were made
// before (python/peers.sh), those written in Python. The figures are those of
// internal/score: of pages, and of what is named in articles saved as text. The
// time is processor time a document on one core.
//
//	go run . -records python/out ../../shared/pages ../testdata ../../shared/articles
package main

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"text/tabwriter"
	"time"
)

func main() {
	records := flag.String("records", "", "folder of NAME.SET.jsonl and NAME.SET.cost.json that python/peers.sh wrote")
	least := flag.Duration("time", 2*time.Second, "least time to measure each reader for")
	flag.Parse()
	runtime.GOMAXPROCS(1)
	if err := compare(flag.Args(), *records, *least); err != nil {
		fmt.Fprintf(os.Stderr, "bench: %v\n", err)
		os.Exit(2)
	}
}

// compare prints a table for each folder of labels.
func compare(folders []string, records string, least time.Duration) error {
	if len(folders) == 0 {
		return fmt.Errorf("give folders of labelled pages: html/NAME.html and gold/NAME.json, or NAME.html beside NAME.gold.json")
	}
	for _, folder := range folders {
		set, err := load(folder)
		if err != nil {
			return err
		}
		fmt.Printf("%s: %d documents\n", set.Name, len(set.Golds))
		if err := table(set, records, least); err != nil {
			return err
		}
	}
	return nil
}

func table(set *labelled, records string, least time.Duration) error {
	out := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	defer out.Flush()
	columns := set.columns()
	fmt.Fprint(out, "reader\t")
	for _, c := range columns {
		fmt.Fprintf(out, "%s\t", c.head)
	}
	fmt.Fprintln(out, "empty\tms\tms of the parse x\t")
	floor, err := ran(out, set, least)
	if err != nil {
		return err
	}
	made, err := madeBefore(records, set)
	for _, m := range made {
		row(out, m.name, m.figures, m.ms, floor)
	}
	return err
}

// ran prints the rows of what this program runs itself, and gives the
// milliseconds that the bare parse of a page takes, 0 for texts.
func ran(out *tabwriter.Writer, set *labelled, least time.Duration) (floor float64, err error) {
	if len(set.pages) == 0 {
		f, ms, err := set.texts()
		row(out, "boctin", f, ms, 0)
		return 0, err
	}
	for _, r := range readers() {
		ms := measure(r, set.pages, least)
		if r.read == nil {
			floor = ms
			continue
		}
		row(out, r.name, set.run(r), ms, floor)
	}
	return floor, nil
}

func row(out *tabwriter.Writer, name string, f figures, ms, floor float64) {
	fmt.Fprintf(out, "%s\t", name)
	for _, cell := range f.cells {
		fmt.Fprintf(out, "%s\t", cell)
	}
	times := "-"
	if floor > 0 {
		times = fmt.Sprintf("%.1f", ms/floor)
	}
	fmt.Fprintf(out, "%d\t%.2f\t%s\t\n", f.empty, ms, times)
}

// measure gives the milliseconds that a page takes on average: all pages again
// and again; the fastest round counts, for what else the machine does only adds.
func measure(r reader, pages []page, least time.Duration) float64 {
	best := time.Duration(0)
	for start := time.Now(); time.Since(start) < least || best == 0; {
		runtime.GC()
		t := time.Now()
		for _, p := range pages {
			r.time(p)
		}
		if took := time.Since(t); best == 0 || took < best {
			best = took
		}
	}
	return best.Seconds() * 1000 / float64(len(pages))
}
