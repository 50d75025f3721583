package main

import (
	"io"
	"io/fs"
	"math/rand/v2"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// copyAway copies a corpus as a person does while a program is at work in it: one file
// after the other, in any order, as far as each reaches when its turn comes.
func copyAway(t *testing.T, r *rand.Rand, from, to string, leaveOut string) {
	t.Helper()
	var names []string
	err := filepath.WalkDir(from, func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && (leaveOut == "" || !strings.HasSuffix(name, leaveOut)) && !strings.HasSuffix(name, "-shm") {
			names = append(names, name)
		}
		return nil // what is gone meanwhile is not copied
	})
	if err != nil {
		t.Fatal(err)
	}
	r.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	for _, name := range names {
		rel, _ := filepath.Rel(from, name)
		copyFile(t, name, filepath.Join(to, rel))
		time.Sleep(time.Duration(r.IntN(30)) * time.Millisecond)
	}
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	in, err := os.Open(from)
	if err != nil {
		return // gone meanwhile
	}
	defer in.Close()
	if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
		t.Fatal(err)
	}
	out, err := os.Create(to)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(out, in); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestCopiedWhileInUse copies a corpus while an import, or a crawl, writes to it. The
// same command then either makes the copy what the corpus became, and check is clean; or
// it, or check, names the file that is wrong and what to do.
func TestCopiedWhileInUse(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some ten seconds")
	}
	r := seeded(t)
	from := collection(t, 300)
	site := httptest.NewServer(paper(40))
	defer site.Close()
	for _, x := range []struct {
		name string
		args []string
		what func(*testing.T, string) string // that both hold
	}{
		{"import", []string{"import", from, "--corpus"}, holdings},
		{"crawl", []string{"crawl", "-q", "--allow-private", "--delay", "10ms", site.URL, "--corpus"}, texts},
	} {
		whole := t.TempDir()
		begun := time.Now()
		done(t, append(x.args, whole)...)
		took := time.Since(begun)
		outcomes := map[string]int{}
		for i := range rounds(2) {
			dir, copied := t.TempDir(), t.TempDir()
			cmd := program(t, append(x.args, dir)...)
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			time.Sleep(time.Duration(r.Int64N(int64(took))))
			copyAway(t, r, dir, copied, []string{"", "-wal", "warc.gz", ".db"}[i%4])
			cmd.Process.Kill()
			cmd.Wait()
			outcomes[copiedUse(t, copied, whole, x.args, x.what)]++
		}
		t.Logf("%s: %v", x.name, outcomes)
	}
}

// copiedUse goes on in a copy, and says how that went.
func copiedUse(t *testing.T, copied, whole string, args []string, what func(*testing.T, string) string) string {
	t.Helper()
	before := faultsOf(t, copied)
	cmd := program(t, append(args, copied)...)
	said, err := cmd.CombinedOutput()
	if code := cmd.ProcessState.ExitCode(); code > 1 || code < 0 {
		t.Errorf("exit status %d: %v: %s", code, err, said)
	}
	faults := faultsOf(t, copied)
	switch {
	case len(faults) == 0 && err == nil:
		if got, want := what(t, copied), what(t, whole); got != want {
			t.Errorf("the copy holds\n%.2000s\nand the corpus\n%.2000s\nsaid: %s", got, want, said)
		}
		if len(before) > 0 {
			return "mended"
		}
		return "gone on with"
	case len(faults) == 0:
		t.Errorf("it fails, and nothing is wrong: %s", said)
	case !remedy.MatchString(faults[0]):
		t.Errorf("not said what to do: %q", faults)
	}
	return "told"
}

// remedy is what a fault of a corpus says is to be done: with a file that is short, or a
// database whose pages are of two moments.
var remedy = regexp.MustCompile(`bring the file back|copied while|move boctin\.db away|renormalize --all`)

// texts are the articles of a corpus, by address: a crawl fetches them in any order.
func texts(t *testing.T, dir string) string {
	t.Helper()
	return dumped(t, dir, `SELECT url, site, published, title, body FROM articles WHERE newest = 1 ORDER BY url`)
}
