// Command scalebench measures boctin-beam on Prism against boctin run over the
// same shards, and prints a table of wall time, rate and peak memory. It fails
// where the records differ. Run it in beam/, after make build and go build:
//
//	go run ./internal/scalebench -n 10000 ../testdata ../../shared/pages/html
package main

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/boctin/boctin/beam/internal/made"
	"github.com/boctin/boctin/internal/gauge"
)

func main() {
	log.SetFlags(0)
	n := flag.Int("n", 10000, "pages to make")
	shards := flag.Int("shards", 12, "files to make of them")
	plain := flag.String("boctin", "../bin/boctin", "boctin")
	job := flag.String("beam", "../bin/boctin-beam", "boctin-beam")
	keep := flag.String("keep", "", "make the shards in this directory, or take those that are there")
	only := flag.String("only", "", "measure only this row: run, records or all")
	flag.Parse()
	b := bench{n: *n, shards: *shards, plain: *plain, job: *job, dir: *keep, only: *only}
	if err := b.measure(flag.Args()); err != nil {
		log.Fatal("scalebench: ", err)
	}
}

type bench struct {
	n, shards        int
	plain, job       string
	dir, only, files string
}

func (b *bench) measure(from []string) error {
	if b.dir == "" {
		temp, err := os.MkdirTemp("", "scalebench-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(temp)
		b.dir = temp
	}
	warcs := filepath.Join(b.dir, "warc")
	if _, err := os.Stat(warcs); err != nil {
		if err := b.make(warcs, from); err != nil {
			return err
		}
	}
	b.files = filepath.Join(warcs, "*.warc.gz")
	out := filepath.Join(b.dir, "out")
	fmt.Println("| command | wall s | processor s | pages/s | peak MB |")
	fmt.Println("|---|---|---|---|---|")
	var sums []string
	for _, row := range []struct {
		key, name string
		args      []string
		records   string
	}{
		{"run", "boctin run -j 2", []string{b.plain, "run", "-q", "-j", "2", "-o", filepath.Join(b.dir, "plain.jsonl"), warcs}, filepath.Join(b.dir, "plain.jsonl")},
		{"records", "boctin-beam, records alone, JSON lines", []string{b.job, "--output", out, "--jobs", "2", "--format", "jsonl", "--no-posts", "--no-stories", b.files}, filepath.Join(out, "records-*.jsonl")},
		{"all", "boctin-beam, everything", []string{b.job, "--output", out, "--jobs", "2", b.files}, filepath.Join(out, "records-*.jsonl")},
	} {
		if b.only != "" && b.only != row.key {
			continue
		}
		if err := os.RemoveAll(out); err != nil {
			return err
		}
		if err := b.timed(row.name, row.args); err != nil {
			return err
		}
		sum, err := digest(row.records)
		if err != nil {
			return err
		}
		if sums = append(sums, sum); sum != sums[0] {
			return fmt.Errorf("the records of %s are not those of boctin run", row.name)
		}
	}
	return nil
}

// make makes the shards out of saved pages, each with a mark of its own.
func (b *bench) make(warcs string, from []string) error {
	saved, err := gauge.Saved(from)
	if err != nil {
		return err
	}
	pages := make([]made.Page, b.n)
	for i := range pages {
		pages[i] = made.Page{URL: fmt.Sprintf("https://bao-%d.example/bai-%d.html", i%40, 500000+i), Fetched: time.Unix(1.75e9+int64(i), 0),
			Body: gauge.Marked(saved, i)}
	}
	if err := os.MkdirAll(warcs, 0o777); err != nil {
		return err
	}
	_, err = made.Shards(warcs, b.shards, pages)
	return err
}

// timed runs a command and prints its row.
func (b *bench) timed(name string, args []string) error {
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Stderr = os.Stderr
	begun := time.Now()
	peak, err := gauge.Peak(cmd)
	wall := time.Since(begun).Seconds()
	if cmd.ProcessState == nil || cmd.ProcessState.ExitCode() == 2 || cmd.ProcessState.ExitCode() < 0 {
		return fmt.Errorf("%v: %w", cmd, err)
	}
	work := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	fmt.Printf("| `%s` | %.1f | %.1f | %.0f | %d |\n", name, wall, work.Seconds(), float64(b.n)/wall, peak>>20)
	return nil
}

// digest is that of the lines of all files of a pattern, whatever their order.
func digest(pattern string) (string, error) {
	files, err := filepath.Glob(pattern)
	if err != nil {
		return "", err
	}
	var sums []string
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			return "", err
		}
		for line := range strings.Lines(string(raw)) {
			sums = append(sums, fmt.Sprintf("%x", sha256.Sum256([]byte(line))))
		}
	}
	slices.Sort(sums)
	whole := sha256.New()
	for _, s := range sums {
		io.WriteString(whole, s)
	}
	return fmt.Sprintf("%d lines %x", len(sums), whole.Sum(nil)), nil
}
