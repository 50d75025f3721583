package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/boctin/boctin/crawl/warc"
)

// archive writes n pages into the WARC files of a corpus directory.
func archive(t *testing.T, dir string, n int) {
	t.Helper()
	w, err := warc.Open(filepath.Join(dir, "warc"), "boctin test", warc.Mark{}, 1<<20)
	if err != nil {
		t.Fatal(err)
	}
	for i := range n {
		body := fmt.Sprintf(`<!doctype html><html lang="vi"><head><title>Tin %[1]d</title></head><body><article><h1>Công an phường số %[1]d họp dân</h1>
<p class="date">%02[2]d/08/2025 09:00</p>%[3]s</article></body></html>`, i, i%28+1,
			strings.Repeat(fmt.Sprintf("<p>Ngày %d/8, Thượng tá Trần Văn Mẫu, Trưởng Công an phường Hòa Bình, và Đại tá Lê Văn Thử, Giám đốc Công an tỉnh Nghệ An, làm việc với dân.</p>", i%28+1), 3))
		if _, err := w.Append(&warc.Exchange{URI: fmt.Sprintf("https://a.vn/bai-%d.htm", i), Date: time.Date(2025, 9, 1, 0, 0, i, 0, time.UTC),
			Request: []byte("GET / HTTP/1.1\r\n\r\n"), Head: []byte("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"), Body: []byte(body)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

// answers is what a corpus says to some questions.
func answers(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	for _, args := range [][]string{{"stats"}, {"who", "le van thu"}, {"met", "--named"}, {"duplicates"}, {"search", "--limit", "100000", "cong an"}} {
		out, err := program(t, append(args, "--corpus", dir)...).Output()
		if err != nil {
			t.Fatalf("%v: %v", args, err)
		}
		if args[0] == "duplicates" && len(out) == 0 {
			t.Error("no story is printed twice: the test proves nothing of duplicates")
		}
		b.Write(out)
	}
	return b.String()
}

// TestStoreKilled kills the program at random while it stores and renormalizes,
// with two at work on one corpus: in the end all is stored, and once.
func TestStoreKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some ten seconds")
	}
	whole, broken := t.TempDir(), t.TempDir()
	archive(t, whole, 500)
	if err := os.CopyFS(filepath.Join(broken, "warc"), os.DirFS(filepath.Join(whole, "warc"))); err != nil {
		t.Fatal(err)
	}
	begun := time.Now()
	if out, err := program(t, "refresh", "--no-fetch", "--corpus", whole).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	took := time.Since(begun)
	work := func(args ...string) *exec.Cmd {
		cmd := program(t, append(args, "--corpus", broken)...)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		return cmd
	}
	store := func() *exec.Cmd { return work("refresh", "--no-fetch") }
	renew := func() *exec.Cmd { return work("renormalize", "--all") }
	for i := range 9 {
		one, two := store(), store()
		if i > 5 {
			two.Process.Kill()
			two.Wait()
			two = renew()
		}
		time.Sleep(rand.N(took))
		one.Process.Kill()
		two.Process.Kill()
		one.Wait()
		two.Wait()
	}
	for _, cmd := range []*exec.Cmd{store(), store(), renew()} {
		if err := cmd.Wait(); err != nil {
			t.Error(err)
		}
	}
	if got, want := answers(t, broken), answers(t, whole); got != want {
		t.Errorf("after kills the corpus says\n%.2000s\nand undisturbed\n%.2000s", got, want)
	}
	if out, err := program(t, "check", "--corpus", broken).CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, out)
	}
}
