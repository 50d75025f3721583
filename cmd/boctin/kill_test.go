package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// program gives a command that runs this program, which the test binary is too.
func program(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "boctin")
	if err := os.Symlink(self, link); err != nil {
		t.Fatal(err)
	}
	return exec.Command(link, args...)
}

// articles is a file of n articles as boctin extract prints them, and of a
// line now and then that is none.
func articles(t *testing.T, dir string, n int) string {
	t.Helper()
	var b bytes.Buffer
	for i := range n {
		if i%50 == 49 {
			b.WriteString("no article\n")
			continue
		}
		fmt.Fprintf(&b, `{"schema":"boctin/1","id":"%d","source":{"path":"%d.html"},"title":"Tin %d","body":%q,"stamps":[{"text":"17/08/2025","from":"page"}]}`+"\n",
			i, i, i, strings.Repeat(fmt.Sprintf("Ngày %d/8, Thượng tá Trần Văn Mẫu, Trưởng Công an phường Hòa Bình, làm việc với dân. ", i%28+1), 5))
	}
	path := filepath.Join(dir, "articles.jsonl")
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestKilledAndResumed kills the program at random, twenty times, and lets it
// go on: what it has written in the end is what an undisturbed run writes.
func TestKilledAndResumed(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some ten seconds")
	}
	dir := t.TempDir()
	in := articles(t, dir, 20000)
	at := func(name string) string { return filepath.Join(dir, name) }
	begun := time.Now()
	program(t, "normalize", "-q", in, "-o", at("whole"), "--errors", at("whole.errors")).Run()
	whole := time.Since(begun)
	kills := 0
	for resume := []string(nil); ; resume = []string{"--resume"} {
		cmd := program(t, append([]string{"normalize", "-q", in, "-o", at("out"), "--errors", at("out.errors")}, resume...)...)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		if kills < 20 {
			time.AfterFunc(150*time.Millisecond+rand.N(whole/8), func() { cmd.Process.Kill() })
		}
		cmd.Wait()
		if cmd.ProcessState.Exited() {
			if code := cmd.ProcessState.ExitCode(); code != 1 {
				t.Errorf("exit status %d, want 1 for the lines that failed", code)
			}
			break
		}
		kills++
	}
	for _, name := range []string{"", ".errors"} {
		want, err1 := os.ReadFile(at("whole" + name))
		got, err2 := os.ReadFile(at("out" + name))
		if err1 != nil || err2 != nil || len(want) == 0 || !bytes.Equal(want, got) {
			t.Errorf("after %d kills out%s has %d bytes, want the %d of an undisturbed run (%v, %v)", kills, name, len(got), len(want), err1, err2)
		}
	}
	if kills < 5 {
		t.Errorf("killed %d times only", kills)
	}
	t.Logf("killed %d times", kills)
}
