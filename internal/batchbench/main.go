//go:build unix

// Command batchbench measures boctin run as a user would time it: it makes many
// pages in a temporary directory out of a few saved ones, runs the program over
// them with one core and with more, and prints a table of wall time, rate and
// peak memory. It goes slice by slice, so that a slice in which other programs
// were at work can be measured again. It fails where the outputs differ.
// It does not build for Windows, which does not tell it the peak memory.
//
//	go run ./internal/batchbench -n 20000 testdata ../shared/pages/html
package main

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"log"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"syscall"
	"time"

	"github.com/boctin/boctin/internal/gauge"
)

func main() {
	log.SetFlags(0)
	n := flag.Int("n", 20000, "pages to make")
	program := flag.String("bin", "bin/boctin", "the program")
	keep := flag.String("keep", "", "make the pages in `DIR`/N and leave them there for another run")
	slice := flag.Int("slice", 2000, "pages to run at a time, a multiple of 1000")
	tries := flag.Int("tries", 3, "times to run a slice until other programs leave the machine alone")
	flag.Parse()
	if err := measure(*n, *slice/1000, *tries, *program, *keep, flag.Args()); err != nil {
		log.Fatal("batchbench: ", err)
	}
}

func measure(n, slice, tries int, program, keep string, from []string) error {
	var dir string
	if keep == "" {
		temp, err := os.MkdirTemp("", "batchbench-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(temp)
		dir = temp
	} else {
		dir = filepath.Join(keep, fmt.Sprint(n))
	}
	size, err := multiply(n, dir, from)
	if err != nil {
		return err
	}
	syscall.Sync() // or the first run shares the machine with the disk
	fmt.Printf("%d pages, %.0f MB, %d cores\n\n", n, float64(size)/1e6, runtime.NumCPU())
	if err := warm(dir); err != nil {
		return err
	}
	folders, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		return err
	}
	best, err := race(slices.Collect(slices.Chunk(folders, max(1, slice))), tries, program)
	if err != nil {
		return err
	}
	fmt.Println("| command | wall s | speed-up | cpu s | pages/s | MB/s | peak MB | others |")
	fmt.Println("|---|---|---|---|---|---|---|---|")
	for _, r := range best {
		s := r.wall.Seconds()
		fmt.Printf("| `boctin run -j %d -o FILE` | %.1f | %.2f | %.1f | %.0f | %.1f | %d | %.0f %% |\n", r.j, s, best[0].wall.Seconds()/s,
			r.cpu.Seconds(), float64(n)/s, float64(size)/1e6/s, r.peak>>10, 100*r.others)
	}
	return nil
}

// warm reads every page once, so that not the first run alone waits for the disk.
func warm(dir string) error {
	return filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			_, err = os.ReadFile(path)
		}
		return err
	})
}

// quiet is the share of the machine that other programs may take of a run that
// is to say something about speed-up.
const quiet = 0.05

// race runs the program over each slice of the pages with 1, 2, 4 ... cores, one
// after the other, and adds up the slices.
func race(parts [][]string, tries int, program string) (sum []result, err error) {
	for _, slice := range parts {
		best, err := undisturbed(slice, tries, program)
		if err != nil {
			return nil, err
		}
		if sum == nil {
			sum = make([]result, len(best))
		}
		for i, r := range best {
			sum[i] = result{j: r.j, wall: sum[i].wall + r.wall, cpu: sum[i].cpu + r.cpu, peak: max(sum[i].peak, r.peak), others: max(sum[i].others, r.others)}
		}
	}
	return sum, nil
}

// undisturbed measures one slice, again where other programs were at work
// meanwhile, and gives the runs that they disturbed least. It looks at the others
// alone and not at the times.
func undisturbed(slice []string, tries int, program string) (best []result, err error) {
	least := math.Inf(1)
	for try := 0; try < tries && least > quiet; try++ {
		var runs []result
		worst := 0.0
		for j := 1; j <= runtime.NumCPU(); j *= 2 {
			r, err := timed(program, j, slice)
			if err != nil {
				return nil, err
			}
			runs = append(runs, r)
			worst = max(worst, r.others)
			if r.sum != runs[0].sum {
				return nil, fmt.Errorf("the output of -j %d is not that of -j 1", j)
			}
		}
		if worst < least {
			best, least = runs, worst
		}
	}
	return best, nil
}

// multiply makes n pages of the saved ones, each with a mark of its own.
func multiply(n int, dir string, from []string) (size int64, err error) {
	pages, err := gauge.Saved(from)
	if err != nil {
		return 0, err
	}
	for i := range n {
		page := gauge.Marked(pages, i)
		name := filepath.Join(dir, fmt.Sprintf("%03d", i/1000), fmt.Sprintf("%06d.html", i))
		if i%1000 == 0 {
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				return 0, err
			}
		}
		size += int64(len(page))
		if info, err := os.Stat(name); err == nil && info.Size() == int64(len(page)) {
			continue // kept from an earlier run
		}
		if err := os.WriteFile(name, page, 0o644); err != nil {
			return 0, err
		}
	}
	return size, nil
}

// result is what one run took.
type result struct {
	j         int
	wall, cpu time.Duration
	peak      int64   // KiB
	others    float64 // what other programs took of the machine meanwhile, 0 to 1
	sum       string
}

func timed(program string, j int, paths []string) (result, error) {
	out := filepath.Join(os.TempDir(), fmt.Sprintf("batchbench-%d.jsonl", os.Getpid()))
	defer os.Remove(out)
	cmd := exec.Command(program, append([]string{"run", "-q", "-j", fmt.Sprint(j), "-o", out}, paths...)...)
	begun, self, all := time.Now(), gauge.Processor(), busy()
	err := cmd.Run()
	wall := time.Since(begun)
	if cmd.ProcessState == nil || cmd.ProcessState.ExitCode() == 2 || cmd.ProcessState.ExitCode() < 0 {
		return result{}, fmt.Errorf("%v: %w", cmd, err)
	}
	usage := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	cpu := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	others := busy() - all - cpu - (gauge.Processor() - self)
	r := result{j: j, wall: wall, cpu: cpu, peak: usage.Maxrss, others: max(0, others.Seconds()/wall.Seconds()/float64(runtime.NumCPU()))}
	r.sum, err = checksum(out)
	return r, err
}

func checksum(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	hash := sha256.New()
	_, err = io.Copy(hash, f)
	return fmt.Sprintf("%x", hash.Sum(nil)), err
}

// busy is the time that the processors of the machine have worked since it was
// started; 0 where the system does not tell.
func busy() time.Duration {
	stat, err := os.ReadFile("/proc/stat")
	if err != nil {
		return 0
	}
	var user, nice, system, idle, wait, irq, soft, steal int64 // hundredths of a second
	fmt.Sscanf(string(stat), "cpu %d %d %d %d %d %d %d %d", &user, &nice, &system, &idle, &wait, &irq, &soft, &steal)
	return time.Duration(user+nice+system+irq+soft+steal) * (time.Second / 100)
}
