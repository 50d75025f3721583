package main

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
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

// mixed makes a folder of web archives and saved pages, some of which fail.
func mixed(t *testing.T, archived, saved int) string {
	t.Helper()
	dir := t.TempDir()
	archive(t, dir, archived)
	for i := range saved {
		page := fmt.Sprintf("%s<!-- %d -->", goodPage, i)
		if i%50 == 49 {
			page = "<title>Menu</title>"
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%05d.html", i)), []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestKilledAndResumed kills the program twenty times and lets it go on: what it
// has written in the end is what an undisturbed run writes, byte for byte. It is
// killed at moments that differ from run to run: at the start, and after it has
// written a random part more. Its last page is a pipe that nobody writes to: on no
// machine it is through before it is killed.
func TestKilledAndResumed(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some ten seconds")
	}
	const kills = 20
	in, dir := mixed(t, 600, 400), t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	last := at("last.html")
	args := func(name string, more ...string) []string {
		return append([]string{"run", "-q", in, last, "-o", at(name), "--errors", at(name + ".errors")}, more...)
	}
	finish := func(name string, more ...string) {
		t.Helper()
		if err := os.WriteFile(last, []byte(goodPage), 0o644); err != nil {
			t.Fatal(err)
		}
		cmd := program(t, args(name, more...)...)
		if cmd.Run(); cmd.ProcessState.ExitCode() != 1 {
			t.Errorf("exit status %d, want 1 for the pages that failed", cmd.ProcessState.ExitCode())
		}
	}
	finish("whole")
	whole := size(at("whole"))
	if err := errors.Join(os.Remove(last), exec.Command("mkfifo", last).Run()); err != nil {
		t.Fatal(err)
	}
	var resume []string
	for i := range kills {
		cmd := program(t, args("out", resume...)...)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		if i%4 > 0 {
			grown(at("out"), min(size(at("out"))+rand.N(whole/(2*kills)), whole*3/4))
		}
		time.Sleep(rand.N(60 * time.Millisecond))
		cmd.Process.Kill()
		cmd.Wait()
		if cmd.ProcessState.Exited() {
			t.Fatalf("run %d was through before it was killed, with exit status %d", i, cmd.ProcessState.ExitCode())
		}
		resume = []string{"--resume"}
	}
	if err := os.Remove(last); err != nil {
		t.Fatal(err)
	}
	finish("out", resume...)
	for _, name := range []string{"", ".errors"} {
		want, err1 := os.ReadFile(at("whole" + name))
		got, err2 := os.ReadFile(at("out" + name))
		if err1 != nil || err2 != nil || len(want) == 0 || !bytes.Equal(want, got) {
			t.Errorf("after %d kills out%s has %d bytes, want the %d of an undisturbed run (%v, %v)", kills, name, len(got), len(want), err1, err2)
		}
	}
	if left, _ := filepath.Glob(at("out.*")); len(left) != 1 {
		t.Errorf("%v is left behind", left)
	}
}

// size is that of an output in bytes, finished or not, 0 if there is none.
func size(path string) int64 {
	for _, name := range []string{path + ".part", path} {
		if info, err := os.Stat(name); err == nil {
			return info.Size()
		}
	}
	return 0
}

// grown waits until an output has so many bytes, but not for ever.
func grown(path string, bytes int64) {
	for range 20_000 {
		if size(path) >= bytes {
			return
		}
		time.Sleep(time.Millisecond)
	}
}
