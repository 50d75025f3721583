// Command batchbench measures boctin run as a user would time it: it makes many
// pages in a temporary directory out of a few saved ones, runs the program over
// them with one core and with more, and prints a table of wall time, rate and
// peak memory. It fails where the outputs differ.
//
//	go run ./internal/batchbench -n 20000 testdata ../shared/pages/html
package main

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"
)

func main() {
	log.SetFlags(0)
	n := flag.Int("n", 20000, "pages to make")
	program := flag.String("bin", "bin/boctin", "the program")
	keep := flag.String("keep", "", "make the pages in this directory and leave them there")
	flag.Parse()
	if err := measure(*n, *program, *keep, flag.Args()); err != nil {
		log.Fatal("batchbench: ", err)
	}
}

func measure(n int, program, keep string, from []string) error {
	dir := keep
	if dir == "" {
		temp, err := os.MkdirTemp("", "batchbench-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(temp)
		dir = temp
	}
	size, err := multiply(n, dir, from)
	if err != nil {
		return err
	}
	fmt.Printf("%d pages, %.0f MB, %d cores\n\n", n, float64(size)/1e6, runtime.NumCPU())
	fmt.Println("| command | wall s | speed-up | pages/s | MB/s | peak MB |")
	fmt.Println("|---|---|---|---|---|---|")
	var one time.Duration
	var sum string
	for j := 1; j <= runtime.NumCPU(); j *= 2 {
		r, err := timed(program, j, dir)
		if err != nil {
			return err
		}
		if j == 1 {
			one, sum = r.wall, r.sum
		}
		if r.sum != sum {
			return fmt.Errorf("the output of -j %d is not that of -j 1", j)
		}
		s := r.wall.Seconds()
		fmt.Printf("| `boctin run -j %d` | %.1f | %.2f | %.0f | %.1f | %d |\n", j, s, one.Seconds()/s, float64(n)/s, float64(size)/1e6/s, r.peak>>10)
	}
	return nil
}

// multiply makes n pages of the saved ones, each with a mark of its own.
func multiply(n int, dir string, from []string) (size int64, err error) {
	var pages [][]byte
	for _, root := range from {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".html") {
				return err
			}
			page, err := os.ReadFile(path)
			pages = append(pages, page)
			return err
		})
		if err != nil {
			return 0, err
		}
	}
	if len(pages) == 0 {
		return 0, fmt.Errorf("no .html below %v", from)
	}
	for i := range n {
		page := fmt.Appendf(pages[i%len(pages)][:len(pages[i%len(pages)]):len(pages[i%len(pages)])], "<!-- %d -->", i)
		name := filepath.Join(dir, fmt.Sprintf("%03d", i/1000), fmt.Sprintf("%06d.html", i))
		if i%1000 == 0 {
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				return 0, err
			}
		}
		if err := os.WriteFile(name, page, 0o644); err != nil {
			return 0, err
		}
		size += int64(len(page))
	}
	return size, nil
}

// result is what one run took; peak is in KiB.
type result struct {
	wall time.Duration
	peak int64
	sum  string
}

func timed(program string, j int, dir string) (result, error) {
	hash := sha256.New()
	cmd := exec.Command(program, "run", "-q", "-j", fmt.Sprint(j), dir)
	cmd.Stdout = hash
	begun := time.Now()
	err := cmd.Run()
	wall := time.Since(begun)
	if cmd.ProcessState == nil || cmd.ProcessState.ExitCode() == 2 || cmd.ProcessState.ExitCode() < 0 {
		return result{}, fmt.Errorf("%v: %w", cmd, err)
	}
	usage := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	return result{wall, usage.Maxrss, fmt.Sprintf("%x", hash.Sum(nil))}, nil
}
