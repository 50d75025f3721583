package pipeline

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/input"
	"github.com/boctin/boctin/internal/output"
)

// echo is a stage that copies its page into a record, and fails on command.
func echo(p *boctin.Page) (boctin.Record, error) {
	switch body := string(p.Body); {
	case strings.Contains(body, "fail"):
		return boctin.Record{}, errors.New("no\nluck")
	case strings.Contains(body, "panic"):
		panic("at the disco")
	case strings.Contains(body, "slow"):
		time.Sleep(time.Second)
	}
	return boctin.Record{Article: boctin.Article{Schema: boctin.Schema, ID: p.Record, Body: string(p.Body),
		Source: boctin.Source{Path: p.Path, Record: p.Record}}}, nil
}

// later is echo after a time that differs from page to page.
func later(p *boctin.Page) (boctin.Record, error) {
	time.Sleep(time.Duration(rand.IntN(300)) * time.Microsecond)
	return echo(p)
}

// lines is a file of n documents, every seventh of which fails.
func lines(t *testing.T, n int) string {
	t.Helper()
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%d %s\n", i, []string{"ok", "ok", "ok", "ok", "ok", "ok", "fail"}[i%7])
	}
	path := filepath.Join(t.TempDir(), "in.jsonl")
	if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// setup is a batch as the program would build it.
type setup struct {
	in      string
	out     string
	errors  string
	stdout  io.Writer
	format  string
	resume  bool
	workers int
	stage   Stage
	failed  func(Failure)
	shard   input.Shard
	pages   bool // in is pages, not lines
}

func (s setup) open(t *testing.T) *Batch {
	t.Helper()
	if s.format == "" {
		s.format = "jsonl"
	}
	format, err := output.NewFormat(s.format, output.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	sink, err := output.Open(output.Options{Path: s.out, Stdout: s.stdout, Errors: s.errors, Format: format, Resume: s.resume, Command: "test"})
	if err != nil {
		t.Fatal(err)
	}
	state := sink.Resumed()
	set := input.New(input.Options{Paths: []string{s.in}, Lines: !s.pages, MaxBytes: 1 << 20, Resume: state.Done, After: sink.After(), Shard: s.shard})
	return &Batch{Inputs: set, Steps: []Step{s.stage.Step()}, Encode: format.Encode, Sink: sink, Workers: max(1, s.workers),
		Timeout: time.Minute, Failed: s.failed, Tally: NewTally(state.Done, state.Counts)}
}

func (s setup) run(t *testing.T) *Batch {
	t.Helper()
	b := s.open(t)
	if err := b.Run(context.Background()); err != nil {
		t.Fatal(err)
	}
	return b
}

// cut runs the batch and interrupts it when so many pages are begun.
func (s setup) cut(t *testing.T, pages int64) (*Batch, error) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var begun atomic.Int64
	stage := s.stage
	s.stage = func(p *boctin.Page) (boctin.Record, error) {
		if begun.Add(1) == pages {
			cancel()
		}
		return stage(p)
	}
	b := s.open(t)
	return b, b.Run(ctx)
}

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestOrderIsThatOfTheInputs(t *testing.T) {
	in := lines(t, 500)
	var one, eight bytes.Buffer
	var said [2][]string
	setup{in: in, stdout: &one, workers: 1, stage: echo, failed: func(f Failure) { said[0] = append(said[0], f.String()) }}.run(t)
	b := setup{in: in, stdout: &eight, workers: 8, stage: later, failed: func(f Failure) { said[1] = append(said[1], f.String()) }}.run(t)
	if one.String() != eight.String() || one.Len() == 0 {
		t.Error("the output of -j 8 is not that of -j 1")
	}
	if strings.Join(said[0], "\n") != strings.Join(said[1], "\n") || len(said[0]) != 71 {
		t.Errorf("failures differ: %d and %d", len(said[0]), len(said[1]))
	}
	if want := in + " (line 7): no luck"; said[0][0] != want {
		t.Errorf("said %q, want %q", said[0][0], want)
	}
	if s := b.Tally.Summary(); !strings.HasPrefix(s, "500 pages, 429 articles, 71 failed (other 71) in ") {
		t.Errorf("summary is %q", s)
	}
}

func TestOnePageCannotHarmTheOthers(t *testing.T) {
	synctest.Test(t, onePageCannotHarmTheOthers)
}

func onePageCannotHarmTheOthers(t *testing.T) {
	in := filepath.Join(t.TempDir(), "in.jsonl")
	os.WriteFile(in, []byte("ok 1\npanic\nslow\nok 2\n"), 0o644)
	var out bytes.Buffer
	var said []Failure
	b := setup{in: in, stdout: &out, workers: 2, stage: echo, failed: func(f Failure) { said = append(said, f) }}.open(t)
	b.Timeout = 100 * time.Millisecond
	defer time.Sleep(time.Minute) // of the bubble's time: the slow page ends
	if err := b.Run(context.Background()); err != nil {
		t.Fatal(err)
	}
	if strings.Count(out.String(), "\n") != 2 || len(said) != 2 {
		t.Fatalf("%d records and %v", strings.Count(out.String(), "\n"), said)
	}
	if said[0].Kind != Broken || !strings.Contains(said[0].Reason, "at the disco") {
		t.Errorf("a panic is told as %+v", said[0])
	}
	if said[1].Kind != TooSlow || said[1].Reason != "took longer than 100ms: raise --timeout to wait for it" {
		t.Errorf("a slow page is told as %+v", said[1])
	}
}

// blocked is an output that takes nothing until it is opened.
type blocked chan struct{}

func (b blocked) Write(p []byte) (int, error) {
	<-b
	return len(p), nil
}

func TestSlowOutputHoldsTheReaderBack(t *testing.T) {
	synctest.Test(t, slowOutputHoldsTheReaderBack)
}

func slowOutputHoldsTheReaderBack(t *testing.T) {
	var begun atomic.Int64
	stage := func(p *boctin.Page) (boctin.Record, error) {
		begun.Add(1)
		return echo(p)
	}
	out := make(blocked)
	b := setup{in: lines(t, 5000), stdout: out, workers: 2, stage: stage}.open(t)
	done := make(chan error)
	go func() { done <- b.Run(context.Background()) }()
	synctest.Wait()
	held := begun.Load()
	close(out)
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	// What the 64 KiB of the sink hold, and the queue.
	if held > 1200 || begun.Load() != 5000 {
		t.Errorf("%d pages were begun while the output took none, %d in all", held, begun.Load())
	}
}

// TestInterruptedAndResumed breaks a run off at random, again and again, until
// it is through: output and errors must be those of one undisturbed run.
func TestInterruptedAndResumed(t *testing.T) {
	in := lines(t, 1500)
	for _, format := range []string{"jsonl", "csv"} {
		for _, first := range []bool{true, false} {
			if testing.Short() && (first || format == "csv") {
				continue
			}
			dir := t.TempDir()
			whole := setup{in: in, out: dir + "/whole", errors: dir + "/whole.errors", workers: 4, stage: echo, format: format}
			want := whole.run(t).Tally
			s := setup{in: in, out: dir + "/out", errors: dir + "/out.errors", workers: 4, stage: later, format: format, resume: first}
			got, times := broken(t, s)
			if times == 0 {
				t.Error("the run was never broken off")
			}
			for _, name := range []string{"", ".errors", "/articles.csv", "/mentions.csv"} {
				if info, err := os.Stat(dir + "/whole" + name); err == nil && info.Mode().IsRegular() && read(t, dir+"/whole"+name) != read(t, dir+"/out"+name) {
					t.Errorf("%s: out%s of a run broken off %d times is not that of one undisturbed", format, name, times)
				}
			}
			if g, w := fmt.Sprint(got.counts()), fmt.Sprint(want.counts()); g != w {
				t.Errorf("counts are %s, want %s", g, w)
			}
			if left, _ := filepath.Glob(dir + "/*.journal*"); len(left) > 0 {
				t.Errorf("%v is left behind", left)
			}
		}
	}
}

// broken runs and interrupts until the run is through.
func broken(t *testing.T, s setup) (*Tally, int) {
	t.Helper()
	for times := 0; ; times++ {
		b, err := s.cut(t, 1+rand.Int64N(1000))
		if err == nil {
			return b.Tally, times
		}
		if !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
		if name := b.Sink.Partial(); s.format == "jsonl" {
			if data := read(t, name); data != "" && !strings.HasSuffix(data, "}\n") {
				t.Fatalf("%s ends in the middle of a line", name)
			}
		}
		s.resume = true
	}
}

// TestResumeWithoutJournal takes up a file that was cut anywhere: by a full disk,
// or because only the file itself was kept.
func TestResumeWithoutJournal(t *testing.T) {
	dir := t.TempDir()
	in := dir + "/pages"
	os.Mkdir(in, 0o755)
	for i := range 50 {
		os.WriteFile(fmt.Sprintf("%s/%02d.txt", in, i), []byte(strings.Repeat("Công an ", i*i)+[]string{"fail", "ok", "ok"}[i%3]), 0o644)
	}
	s := setup{in: in, out: dir + "/out", workers: 2, stage: echo, pages: true, resume: true}
	s.run(t)
	whole := read(t, s.out)
	for _, size := range []int{0, 1, 300, len(whole) / 2, len(whole) - 1, len(whole)} {
		os.WriteFile(s.out, []byte(whole[:size]), 0o644)
		s.run(t)
		if got := read(t, s.out); got != whole {
			t.Errorf("cut to %d bytes and resumed: %d bytes, want %d", size, len(got), len(whole))
		}
	}
	s.in = t.TempDir()
	if err := s.open(t).Run(context.Background()); err == nil || !strings.Contains(err.Error(), "is not among them") {
		t.Errorf("other inputs: %v", err)
	}
	os.WriteFile(s.out, []byte("one\ntwo"), 0o644)
	format, _ := output.NewFormat("jsonl", output.Settings{})
	if _, err := output.Open(output.Options{Path: s.out, Format: format, Resume: true}); !errors.Is(err, output.ErrMisuse) {
		t.Errorf("a file of something else is taken up: %v", err)
	}
	if read(t, s.out) != "one\ntwo" {
		t.Error("a file of something else was changed")
	}
}

// TestInterruptWhileTheInputHangs ends a batch whose reader waits for a pipe
// that nobody writes to.
func TestInterruptWhileTheInputHangs(t *testing.T) {
	synctest.Test(t, interruptWhileTheInputHangs)
}

func interruptWhileTheInputHangs(t *testing.T) {
	var out bytes.Buffer
	b := setup{in: "-", stdout: &out, workers: 2, stage: echo}.open(t)
	r, w := io.Pipe()
	defer w.Close()
	b.Inputs = input.New(input.Options{Paths: []string{"-"}, Stdin: r, Lines: true, MaxBytes: 1000})
	go io.WriteString(w, "one\ntwo\n")
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(200*time.Millisecond, cancel)
	done := make(chan error)
	go func() { done <- b.Run(ctx) }()
	select {
	case err := <-done:
		if !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
	case <-time.After(time.Hour): // of the bubble's time
		t.Fatal("the batch does not end")
	}
	if n := strings.Count(out.String(), "\n"); n != 2 {
		t.Errorf("%d records stand, want the 2 that were read", n)
	}
}

func TestResumeRefusesWhatIsNotTheSameRun(t *testing.T) {
	dir := t.TempDir()
	s := setup{in: lines(t, 3000), out: dir + "/out", workers: 1, stage: echo}
	if _, err := s.cut(t, 2000); !errors.Is(err, context.Canceled) {
		t.Fatalf("the interrupted run says %v", err)
	}
	format, _ := output.NewFormat("jsonl", output.Settings{})
	_, err := output.Open(output.Options{Path: s.out, Format: format, Resume: true, Command: "another"})
	if !errors.Is(err, output.ErrMisuse) || !strings.Contains(err.Error(), "other inputs or flags") {
		t.Errorf("another command resumes: %v", err)
	}
	os.Truncate(dir+"/out.part", 3)
	_, err = output.Open(output.Options{Path: s.out, Format: format, Resume: true, Command: "test"})
	if err == nil || !strings.Contains(err.Error(), "shorter than the journal") {
		t.Errorf("a cut file is taken up: %v", err)
	}
}

func TestShardsAreTheWhole(t *testing.T) {
	in := lines(t, 200)
	var whole bytes.Buffer
	setup{in: in, stdout: &whole, stage: echo}.run(t)
	seen := map[string]int{}
	for i := range 4 {
		var part bytes.Buffer
		setup{in: in, stdout: &part, stage: echo, shard: input.Shard{Index: i, Count: 4}}.run(t)
		for line := range strings.Lines(part.String()) {
			seen[line]++
		}
	}
	for line := range strings.Lines(whole.String()) {
		if seen[line] != 1 {
			t.Errorf("in %d shards: %s", seen[line], line)
		}
		delete(seen, line)
	}
	if len(seen) > 0 {
		t.Errorf("%d records are in a shard and not in the whole", len(seen))
	}
}

// TestStepsOfAGroup takes pages through two steps: all of them through one before the next,
// each with the time of both, and none that has failed.
func TestStepsOfAGroup(t *testing.T) {
	synctest.Test(t, stepsOfAGroup)
}

func stepsOfAGroup(t *testing.T) {
	var order []string
	var mu sync.Mutex // a slow page goes on beside the next
	note := func(step string) Step {
		return func(p *boctin.Page, r *boctin.Record) error {
			body := string(p.Body)
			mu.Lock()
			order = append(order, step+" "+body)
			mu.Unlock()
			if strings.Contains(body, "long") {
				time.Sleep(60 * time.Millisecond)
			}
			if step == "first" {
				return Stage(echo).Step()(p, r)
			}
			if strings.Contains(body, "torn") {
				panic("in the second")
			}
			r.Title = step
			return nil
		}
	}
	b := &Batch{Steps: []Step{note("first"), note("second")}, Timeout: 100 * time.Millisecond,
		Encode: func(r *boctin.Record) (output.Chunk, error) { return output.Chunk{[]byte(r.Body + " " + r.Title)}, nil }}
	var jobs []*job
	for _, body := range []string{"ok", "fail", "long", "torn", "last"} {
		jobs = append(jobs, &job{item: input.Item{Page: &boctin.Page{Path: body, Body: []byte(body)}}, done: make(chan struct{})})
	}
	w := worker{Batch: b}
	w.do(jobs)
	w.hand.end()
	synctest.Wait()
	if got, want := strings.Join(order, ", "), "first ok, first fail, first long, first torn, first last, second ok, second long, second torn, second last"; got != want {
		t.Errorf("the steps were %s, want %s", got, want)
	}
	for i, want := range []string{"ok second", "no luck", "took longer", "in the second", "last second"} {
		<-jobs[i].done
		var got string
		if jobs[i].failure != nil {
			got = jobs[i].failure.Reason
		} else {
			got = string(jobs[i].chunk[0])
		}
		if !strings.Contains(got, want) {
			t.Errorf("%s became %q, want %q", jobs[i].item.Page.Path, got, want)
		}
	}
	time.Sleep(time.Second) // of the bubble's time: the slow page ends
}

// TestGroups holds that a worker takes its share of what is there, and large documents alone.
func TestGroups(t *testing.T) {
	for _, c := range []struct {
		workers, jobs int
		weight        int64
		want          string
	}{
		{1, 140, 1000, "64 64 12"},
		{2, 140, 1000, "64 38 19 10 5 2 1 1"},
		{4, 3, 1000, "1 1 1"},
		{1, 5, inGroup, "1 1 1 1 1"},
		{1, 5, inGroup / 2, "2 2 1"},
	} {
		work := make(chan *job, c.jobs)
		for range c.jobs {
			work <- &job{weight: c.weight}
		}
		close(work)
		w := worker{Batch: &Batch{Workers: c.workers}}
		var sizes []string
		for group := range w.groups(work) {
			sizes = append(sizes, fmt.Sprint(len(group)))
		}
		if got := strings.Join(sizes, " "); got != c.want {
			t.Errorf("%d jobs of %d bytes for %d workers go in groups of %s, want %s", c.jobs, c.weight, c.workers, got, c.want)
		}
	}
}
