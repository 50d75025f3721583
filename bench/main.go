// Command bench sets the article readers written in Go side by side over the
// same saved pages: body F1 and captions against hand labels, pages a second
// on one core, in one run.
//
//	go run . -pages ../../shared/pages
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
	dir := flag.String("pages", "../../shared/pages", "folder with html/NAME.html and gold/NAME.json")
	least := flag.Duration("time", 2*time.Second, "least time to measure each reader for")
	flag.Parse()
	runtime.GOMAXPROCS(1)
	pages, err := load(*dir)
	if err != nil {
		fmt.Fprintf(os.Stderr, "bench: %v: give a folder with html/NAME.html and gold/NAME.json to -pages\n", err)
		os.Exit(2)
	}
	out := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(out, "reader\tF1\tperfect\tleaks\tcaptions\tempty\ttitles\tms/page\tpages/s\tparse x\tMB/page\tallocs/page\t")
	var floor time.Duration
	for _, r := range readers() {
		s := score(r, pages)
		c := measure(r, pages, *least)
		if floor == 0 {
			floor = c.page
		}
		fmt.Fprintf(out, "%s\t%s\t%.2f\t%.0f\t%.2f\t%.2f\t%.0f\t\n", r.name, s, float64(c.page.Microseconds())/1000, 1/c.page.Seconds(), float64(c.page)/float64(floor), c.bytes/1e6, c.allocs)
	}
	out.Flush()
}

// cost is what one page takes on average.
type cost struct {
	page          time.Duration
	bytes, allocs float64
}

// measure reads all pages again and again; the fastest round counts, for what
// else the machine does only adds.
func measure(r reader, pages []page, least time.Duration) cost {
	var c cost
	var before, after runtime.MemStats
	for start := time.Now(); time.Since(start) < least || c.page == 0; {
		runtime.GC()
		runtime.ReadMemStats(&before)
		t := time.Now()
		for _, p := range pages {
			r.read(p)
		}
		took := time.Since(t) / time.Duration(len(pages))
		runtime.ReadMemStats(&after)
		if c.page == 0 || took < c.page {
			c.page = took
		}
		n := float64(len(pages))
		c.bytes, c.allocs = float64(after.TotalAlloc-before.TotalAlloc)/n, float64(after.Mallocs-before.Mallocs)/n
	}
	return c
}
