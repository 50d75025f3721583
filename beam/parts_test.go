package beam

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/memfs"

	"github.com/boctin/boctin/beam/internal/made"
)

func options(output string) Options {
	return Options{Output: output, Formats: []string{JSONLines, Parquet}, Posts: true, Stories: true, Events: true, Parts: 2, Jobs: 2, MaxBytes: 1 << 20}
}

// told makes one shard of the first n told pages.
func told(t *testing.T, n int) string {
	t.Helper()
	pages, err := made.Told(filepath.Join("..", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "a.warc.gz")
	if _, err := made.Shard(file, pages[:n]); err != nil {
		t.Fatal(err)
	}
	return file
}

func files(t *testing.T, dir string) (all []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			raw, _ := os.ReadFile(path)
			all = append(all, fmt.Sprintf("%s %d", strings.TrimPrefix(path, dir), strings.Count(string(raw), "\n")))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestBundleTriedAgain reads one shard twice, and a third time in vain: as when
// a runner tries a bundle again that was done, or gives one up.
func TestBundleTriedAgain(t *testing.T) {
	out := t.TempDir()
	shard := Shard{3, 7, told(t, 5)}
	f := &ReadFn{options(out)}
	if err := f.Setup(); err != nil {
		t.Fatal(err)
	}
	var first []string
	for range 2 {
		emitted, articles := 0, 0
		err := f.ProcessElement(t.Context(), shard, func(string, Page) { emitted++ }, func(_ string, n int) { articles += n })
		if err != nil || emitted != 5 || articles != 5 {
			t.Fatalf("%d pages, %d articles, %v", emitted, articles, err)
		}
		got := files(t, out)
		if first == nil {
			first = got
		}
		if len(got) != 3 || !slices.Equal(got, first) || !slices.Contains(got, "/records-00003-of-00007.jsonl 5") {
			t.Errorf("%q", got)
		}
	}
	given, cancel := context.WithCancel(t.Context())
	err := f.ProcessElement(given, shard, func(string, Page) { cancel() }, func(string, int) {})
	if got := files(t, out); err == nil || !slices.Equal(got, first) {
		t.Errorf("given up (%v): %q", err, got)
	}
}

// TestBrokenShardIsADeadLetter and never an error to the runner.
func TestBrokenShardIsADeadLetter(t *testing.T) {
	dir, out := t.TempDir(), t.TempDir()
	for name, content := range map[string]string{"empty.warc.gz": "", "noise.warc.gz": "\x1f\x8bnoise", "other.warc": "\x00\x01\x02\x03"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	f := &ReadFn{options(out)}
	for i, name := range []string{"empty.warc.gz", "noise.warc.gz", "other.warc", "missing.warc.gz"} {
		if err := f.ProcessElement(t.Context(), Shard{i, 4, filepath.Join(dir, name)}, func(string, Page) {}, func(string, int) {}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		raw, err := os.ReadFile(filepath.Join(out, partName("failures", i, 4, "jsonl")))
		if err != nil || strings.Count(string(raw), "\n") != 1 || !strings.Contains(string(raw), name) {
			t.Errorf("%s: %s %v", name, raw, err)
		}
	}
}

// TestOutputThatCannotBeWritten is an error: what cannot be written must not count as done.
func TestOutputThatCannotBeWritten(t *testing.T) {
	out := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(out, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	f := &ReadFn{options(out)}
	if err := f.ProcessElement(t.Context(), Shard{0, 1, told(t, 1)}, func(string, Page) {}, func(string, int) {}); err == nil || !strings.Contains(err.Error(), "cannot write") {
		t.Errorf("%v", err)
	}
}

// TestObjectStore reads from and writes to a store that is no file system, as
// gs:// and s3:// are.
func TestObjectStore(t *testing.T) {
	raw, err := os.ReadFile(told(t, 4))
	if err != nil {
		t.Fatal(err)
	}
	memfs.Write("memfs://in/a.warc.gz", raw)
	shards, err := Shards(t.Context(), []string{"memfs://in/*.warc.gz"}, strings.NewReader("\nmemfs://in/none.warc.gz\n"))
	if err != nil || len(shards) != 2 || shards[0] != (Shard{0, 2, "memfs://in/a.warc.gz"}) {
		t.Fatalf("%+v, %v", shards, err)
	}
	o := options("memfs://out")
	f := &ReadFn{o}
	for _, s := range shards {
		if err := f.ProcessElement(t.Context(), s, func(string, Page) {}, func(string, int) {}); err != nil {
			t.Fatal(err)
		}
	}
	store := memfs.New(t.Context())
	records, err := filesystem.Read(t.Context(), store, "memfs://out/records-00000-of-00002.jsonl")
	if err != nil || strings.Count(string(records), "\n") != 4 || !strings.Contains(string(records), `"path":"memfs://in/a.warc.gz"`) {
		t.Errorf("%d bytes of records, %v", len(records), err)
	}
	failures, err := filesystem.Read(t.Context(), store, "memfs://out/failures-00001-of-00002.jsonl")
	if err != nil || !strings.Contains(string(failures), `"path":"memfs://in/none.warc.gz"`) {
		t.Errorf("%s, %v", failures, err)
	}
	if left, _ := store.List(t.Context(), "memfs://out/.unfinished/*"); len(left) > 0 {
		t.Errorf("unfinished: %v", left)
	}
}

func TestShardsInOrder(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.warc.gz", "a.warc.gz", "a.cdxj", "c.warc", "d.warc.cdxj"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, arg := range []string{dir, filepath.Join(dir, "*.warc*")} {
		got, err := Shards(t.Context(), []string{"z.warc", arg}, nil)
		var names []string
		for _, s := range got {
			names = append(names, filepath.Base(s.Path))
		}
		if err != nil || strings.Join(names, " ") != "z.warc a.warc.gz b.warc.gz c.warc" {
			t.Errorf("%s: %v %v", arg, names, err)
		}
	}
	for want, args := range map[string][]string{"no such files": {filepath.Join(dir, "*.nope")}, "name the shards": nil} {
		if _, err := Shards(t.Context(), args, nil); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v: %v", args, err)
		}
	}
}

// TestOutputOfAnotherJob is refused: its parts would stay between ours.
func TestOutputOfAnotherJob(t *testing.T) {
	out := t.TempDir()
	o := options(out)
	for name, fine := range map[string]bool{"records-00002-of-00003.jsonl": true, "posts-00001-of-00002.jsonl": true, "notes.txt": true,
		"records-00002-of-00004.jsonl": false, "posts-00001-of-00016.jsonl": false, "stories-00002-of-00002.jsonl": false, "events-00001-of-00002.jsonl": true} {
		path := filepath.Join(out, name)
		if err := os.WriteFile(path, nil, 0o666); err != nil {
			t.Fatal(err)
		}
		err := fresh(t.Context(), &o, 3)
		if fine != (err == nil) || err != nil && !strings.Contains(err.Error(), "is of another job") {
			t.Errorf("%s: %v", name, err)
		}
		os.Remove(path)
	}
}

func TestCheckOptions(t *testing.T) {
	for want, change := range map[string]func(*Options){
		"":              func(*Options) {},
		"no format":     func(o *Options) { o.Formats = []string{"csv"} },
		"--output":      func(o *Options) { o.Output = "" },
		"--parts":       func(o *Options) { o.Parts = 0 },
		"2025-08-17":    func(o *Options) { o.Date = "today" },
		"name a format": func(o *Options) { o.Formats = nil },
	} {
		o := options("x")
		change(&o)
		if err := o.Check(); (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", want, err)
		}
	}
}
