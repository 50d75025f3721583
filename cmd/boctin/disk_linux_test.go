package main

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"github.com/boctin/boctin/internal/export"
)

// disk is a disk of its own, in memory, that can be made full.
type disk struct {
	*testing.T
	dir string
	r   *rand.Rand
}

// wide is the room of a disk that is not full, in bytes.
const wide = 256 << 20

// newDisk mounts one. Whoever may not mount has the test run in a name space where he may.
func newDisk(t *testing.T) *disk {
	t.Helper()
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	d := &disk{t, t.TempDir(), seeded(t)}
	if err := unix.Mount("tmpfs", d.dir, "tmpfs", 0, fmt.Sprint("size=", wide)); err != nil {
		elsewhere(t, err)
	}
	t.Cleanup(func() { unix.Unmount(d.dir, unix.MNT_DETACH) })
	return d
}

// elsewhere runs the test in a user name space of its own.
func elsewhere(t *testing.T, why error) {
	t.Helper()
	const env = "BOCTIN_TEST_NAMESPACE"
	if os.Getenv(env) != "" {
		t.Skipf("no disk can be mounted: %v", why)
	}
	cmd := exec.Command("unshare", "-Urm", os.Args[0], "-test.v", "-test.run=^"+t.Name()+"$")
	cmd.Env = append(os.Environ(), env+"=1")
	out, err := cmd.CombinedOutput()
	switch {
	case bytes.Contains(out, []byte("--- FAIL")):
		t.Fatalf("%v: %s", err, out)
	case err != nil || bytes.Contains(out, []byte("--- SKIP")):
		t.Skipf("no disk can be mounted: %v; %s", why, out)
	}
	t.Skip("was run in a name space of its own, and holds")
}

// room leaves so many bytes of the disk free.
func (d *disk) room(bytes int64) {
	d.Helper()
	var s unix.Statfs_t
	if err := unix.Statfs(d.dir, &s); err != nil {
		d.Fatal(err)
	}
	used := int64(s.Blocks-s.Bfree) * s.Bsize
	if err := unix.Mount("tmpfs", d.dir, "tmpfs", unix.MS_REMOUNT, fmt.Sprint("size=", max(used+bytes, s.Bsize))); err != nil {
		d.Fatal(err)
	}
}

// at is a name on the disk.
func (d *disk) at(name string) string { return filepath.Join(d.dir, name) }

// full runs a command on a disk that has room for a random part of need bytes, and
// holds what it says; it tells whether the room did.
func (d *disk) full(need int64, args ...string) (done bool) {
	d.Helper()
	room := d.r.Int64N(need)
	d.room(room)
	defer d.room(wide)
	cmd := program(d.T, args...)
	said, err := cmd.CombinedOutput()
	switch code := cmd.ProcessState.ExitCode(); {
	case code == 0:
		return true
	case code != 1 || !strings.Contains(string(said), d.dir):
		d.Errorf("%v with %d bytes free: %v: %s", args, room, err, said)
	case !strings.Contains(string(said), "full") && !strings.Contains(string(said), "no space left on device"):
		d.Errorf("%v with %d bytes free does not say that the disk is full: %s", args, room, said)
	}
	return false
}

// TestFullDiskStoring stores and renormalizes on a disk that is full at random: each time
// it says so, what stands is sound, and with room it goes on to what it had been.
func TestFullDiskStoring(t *testing.T) {
	d := newDisk(t)
	from, calm, hard := collection(t, 120), t.TempDir(), d.at("news")
	older, mine := t.TempDir(), t.TempDir()
	done(t, "import", "--corpus", older, from)
	site := httptest.NewServer(paper(12))
	defer site.Close()
	crawled := []string{"crawl", "--allow-private", "--delay", "1ms", site.URL, "--corpus"}
	words := filepath.Join(mine, "lexicon", "agencies.vn.toml")
	if err := os.MkdirAll(filepath.Dir(words), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(words, []byte("[[agency]]\nname = \"Tổ Công tác Số Một\"\nkind = \"department\"\nparent = \"Bộ Công an\"\naliases = [\"làm việc lần\"]\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		name string
		need int64 // bytes, about
		args []string
	}{
		{"import", 3 << 20, []string{"import", from, "--corpus"}},
		{"renormalize", 1 << 20, []string{"renormalize", "--data", mine, "--corpus"}},
		{"crawl", 2 << 20, crawled},
		{"refresh", 2 << 20, []string{"refresh", "--no-fetch", "--corpus"}},
	} {
		for _, dir := range []string{calm, hard} {
			switch x.name {
			case "crawl":
				os.RemoveAll(dir)
			case "refresh": // of what a crawl stored
				os.Remove(filepath.Join(dir, "boctin.db"))
			}
		}
		done(t, append(x.args, calm)...)
		stopped := 0
		for i := range rounds(4) {
			if !d.full(1+x.need*int64(i%5)/8, append(x.args, hard)...) { // the first time there is no room at all
				stopped++
			}
			if faults := faultsOf(t, hard); len(faults) > 0 {
				t.Errorf("%s: %q", x.name, faults)
			}
		}
		done(t, append(x.args, hard)...)
		if faults := faultsOf(t, hard); len(faults) > 0 {
			t.Errorf("%s: in the end: %q", x.name, faults)
		}
		if got, want := texts(t, hard), texts(t, calm); got != want {
			t.Errorf("%s: the corpus holds\n%.2000s\nand undisturbed\n%.2000s", x.name, got, want)
		}
		if x.name == "import" || x.name == "renormalize" {
			sameHoldings(t, hard, calm)
		}
		if stopped == 0 {
			t.Errorf("%s: the disk was never full", x.name)
		}
		t.Logf("%s: full %d times", x.name, stopped)
	}
}

// TestFullDiskExport fills the disk of an export in every format: what stood under its
// name stays, nothing else is left, and with room it is written.
func TestFullDiskExport(t *testing.T) {
	d := newDisk(t)
	dir := stored(t, 60)
	for _, f := range export.Formats {
		names := []string{f.Name}
		if f.Name == "csv" {
			names = append(names, "csv.zip")
		}
		for _, name := range names {
			at := d.at("out/" + name)
			write := []string{"export", "--corpus", dir, "--format", f.Name, "-o", at}
			former := map[string]string{}
			if f.Name != "brat" { // which replaces nothing
				done(t, append(write, "--until", "2025-08-14")...)
				former = contents(t, at)
			}
			done(t, "export", "-q", "--corpus", dir, "--format", f.Name, "-o", d.at("calm-"+name))
			want := contents(t, d.at("calm-"+name))
			size := int64(0)
			for _, data := range want {
				size += int64(len(data))
			}
			for range rounds(1) {
				if d.full(size*3/4, write...) {
					t.Errorf("%s: fits into less than it takes", name)
				}
				if got := contents(t, at); !maps.Equal(got, former) {
					t.Errorf("%s: after a full disk %d files that are not the former", name, len(got))
				}
			}
			done(t, write...)
			if got := contents(t, at); !maps.Equal(got, want) {
				t.Errorf("%s: with room it is not what it was to be", name)
			}
			if left, _ := os.ReadDir(d.at("out")); len(left) != 1 {
				t.Errorf("%s: left behind: %v", name, left)
			}
			os.RemoveAll(d.at("out"))
			os.RemoveAll(d.at("calm-" + name))
		}
	}
}

// TestFullDiskServe corrects in the browser while the disk is full: the page says so,
// each file is the former one or the new one, and with room all is written.
func TestFullDiskServe(t *testing.T) {
	d := newDisk(t)
	from, calm, hard := collection(t, 60), t.TempDir(), d.at("news")
	mine := map[string]string{calm: t.TempDir(), hard: d.at("mine")}
	for _, dir := range []string{calm, hard} {
		done(t, "import", "--corpus", dir, from)
		if err := os.MkdirAll(mine[dir], 0o777); err != nil {
			t.Fatal(err)
		}
	}
	if s := serve(t, calm, mine[calm]); !s.work(corrections) {
		t.Fatal("the program is gone")
	}
	s := serve(t, hard, mine[hard])
	refused := 0
	for i, c := range corrections {
		before := contents(t, mine[hard])
		d.room(d.r.Int64N(int64(8<<10*(i%3) + 1)))
		page, err := s.correct(c)
		d.room(wide)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(page, "no space left on device") {
			refused++
			after := contents(t, mine[hard])
			delete(before, "/review.jsonl")
			delete(before, "/review.lock")
			for name, data := range before {
				if after[name] != data {
					t.Errorf("%s: %s was %q and is %q", c.kind, name, data, after[name])
				}
			}
		}
		if !s.work(corrections[:i+1]) {
			t.Fatal("the program is gone")
		}
	}
	if refused == 0 {
		t.Error("the disk was never full")
	}
	s.kill()
	sameWork(t, mine, hard, calm)
	t.Logf("refused %d times", refused)
}
