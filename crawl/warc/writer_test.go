package warc

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

func exchange(i int) *Exchange {
	uri := fmt.Sprintf("https://www.a.vn/bai-%d.htm", i)
	return &Exchange{URI: uri, Date: time.Date(2025, 8, 17, 9, 12, i, 0, time.UTC), IP: "203.0.113.7",
		Request:  []byte("GET / HTTP/1.1\r\nHost: a.vn\r\n\r\n"),
		Head:     []byte("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"),
		Body:     []byte(fmt.Sprintf("<h1>Bài %d</h1>", i)),
		Metadata: Header{{"via", "https://a.vn/\r\nx: y"}, {"fetchTimeMs", "12"}}}
}

func mustOpen(t *testing.T, dir string, mark Mark, size int64) *Writer {
	t.Helper()
	w, err := Open(dir, "boctin test", mark, size)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func append3(t *testing.T, w *Writer, from int) (places []Place, mark Mark) {
	t.Helper()
	for i := from; i < from+3; i++ {
		p, err := w.Append(exchange(i))
		if err != nil {
			t.Fatal(err)
		}
		places = append(places, p)
	}
	mark, err := w.Sync()
	if err != nil {
		t.Fatal(err)
	}
	return places, mark
}

func TestWriteThenRead(t *testing.T) {
	dir := t.TempDir()
	w := mustOpen(t, dir, Mark{}, 0)
	places, mark := append3(t, w, 1)
	x := exchange(9)
	x.Revisit = &Revisit{Profile: ProfileNotModified, ID: places[0].ID, Date: exchange(1).Date, Digest: places[0].Digest}
	if _, err := w.Append(x); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(filepath.Join(dir, mark.File))
	if err != nil {
		t.Fatal(err)
	}
	r := NewReader(bytes.NewReader(raw))
	var types []string
	for {
		rec, err := r.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		types = append(types, rec.Type)
		block, err := io.ReadAll(rec.Block)
		if err != nil || Digest(block) != rec.Header.Get("WARC-Block-Digest") {
			t.Errorf("%s at %d: %v, block digest does not fit", rec.Type, rec.Offset, err)
		}
		if rec.Type == TypeMetadata && string(block) != "via: https://a.vn/ x: y\r\nfetchTimeMs: 12\r\n" {
			t.Errorf("metadata is %q", block)
		}
		if rec.Type == TypeRevisit && (rec.Header.Get("WARC-Refers-To") != places[0].ID || rec.Header.Get("WARC-Payload-Digest") != places[0].Digest) {
			t.Errorf("revisit: %v", rec.Header)
		}
	}
	want := "warcinfo response request metadata response request metadata response request metadata revisit request metadata"
	if got := strings.Join(types, " "); got != want {
		t.Errorf("records: %s", got)
	}
	member := NewReader(bytes.NewReader(raw[places[1].Offset:][:places[1].Length]))
	if rec, err := member.Next(); err != nil || rec.URI != "https://www.a.vn/bai-2.htm" || rec.ID != places[1].ID {
		t.Errorf("at the place of the second: %+v, %v", rec, err)
	} else if m, err := rec.Message(100); err != nil || string(m.Body) != "<h1>Bài 2</h1>" {
		t.Errorf("%+v %v", m, err)
	}
}

func TestTailIsRepaired(t *testing.T) {
	dir := t.TempDir()
	w := mustOpen(t, dir, Mark{}, 0)
	_, mark := append3(t, w, 1)
	append3(t, w, 4) // written and never committed
	w.f.Close()
	os.WriteFile(filepath.Join(dir, "boctin-99990101000000-00000.warc.gz"), []byte("x"), 0o666)
	other := filepath.Join(dir, "wget.warc.gz")
	os.WriteFile(other, []byte("not ours"), 0o666)
	if err := Repair(dir, mark); err != nil {
		t.Fatal(err)
	}
	w = mustOpen(t, dir, mark, 0)
	_, mark = append3(t, w, 7)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	raw, _ := os.ReadFile(filepath.Join(dir, mark.File))
	uris, damage := readAll(t, raw)
	if len(uris) != 1+6*3 || damage != nil || strings.Contains(fmt.Sprint(uris), "bai-4") {
		t.Errorf("%v, damage %v", uris, damage)
	}
	if names, _ := filepath.Glob(filepath.Join(dir, "*.warc.gz")); len(names) != 2 || !slices.Contains(names, other) {
		t.Errorf("files left: %v", names)
	}
	if err := Repair(dir, Mark{mark.File, mark.Size + 1}); err == nil || !strings.Contains(err.Error(), "holds") {
		t.Errorf("a file that lost bytes: %v", err)
	}
}

func TestRotation(t *testing.T) {
	dir := t.TempDir()
	w := mustOpen(t, dir, Mark{}, 2000)
	append3(t, w, 1)
	places, _ := append3(t, w, 4)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	names, _ := filepath.Glob(filepath.Join(dir, "*.warc.gz"))
	if len(names) < 2 || filepath.Base(names[len(names)-1]) != places[2].File {
		t.Errorf("files: %v, last record in %s", names, places[2].File)
	}
	for _, name := range names {
		if raw, _ := os.ReadFile(name); len(raw) > 4000 {
			t.Errorf("%s: %d bytes", name, len(raw))
		}
	}
}

func TestIndex(t *testing.T) {
	dir := t.TempDir()
	w := mustOpen(t, dir, Mark{}, 0)
	_, mark := append3(t, w, 1)
	w.Close()
	file := filepath.Join(dir, mark.File)
	w = mustOpen(t, dir, mark, 0)
	places, _ := append3(t, w, 4)
	w.Close()
	grown, _ := os.ReadFile(IndexName(file))
	os.Remove(IndexName(file))
	if err := Index(file); err != nil {
		t.Fatal(err)
	}
	whole, _ := os.ReadFile(IndexName(file))
	if !bytes.Equal(grown, whole) || bytes.Count(whole, []byte("\n")) != 6 {
		t.Errorf("index grown\n%s\nand made whole\n%s", grown, whole)
	}
	p := places[2]
	want := fmt.Sprintf(`vn,a)/bai-6.htm 20250817091206 {"url":"https://www.a.vn/bai-6.htm","mime":"text/html","status":"200","digest":"%s","length":"%d","offset":"%d","filename":"%s"}`,
		p.Digest, p.Length, p.Offset, p.File)
	if !strings.Contains(string(whole), want+"\n") {
		t.Errorf("no %s in\n%s", want, whole)
	}
}

func TestTrim(t *testing.T) {
	dir := t.TempDir()
	w := mustOpen(t, dir, Mark{}, 0)
	places, mark := append3(t, w, 1)
	w.f.Close()
	file := filepath.Join(dir, mark.File)
	if err := Trim(file); err != nil {
		t.Fatal(err)
	}
	if info, _ := os.Stat(file); info.Size() != mark.Size {
		t.Errorf("a whole file was cut from %d to %d", mark.Size, info.Size())
	}
	os.Truncate(file, places[2].Offset+50)
	if err := Trim(file); err != nil {
		t.Fatal(err)
	}
	if info, _ := os.Stat(file); info.Size() != places[2].Offset {
		t.Errorf("cut at %d, want %d", info.Size(), places[2].Offset)
	}
}

func TestDiskFull(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("no /dev/full here")
	}
	w := mustOpen(t, t.TempDir(), Mark{}, 0)
	_, mark := append3(t, w, 1)
	whole := w.f
	w.f = full
	if _, err := w.Append(exchange(4)); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("got %v", err)
	}
	w.f = whole
	if again, err := w.Sync(); err != nil || again != mark {
		t.Errorf("mark %v, was %v (%v)", again, mark, err)
	}
	if _, err := w.Append(exchange(5)); err != nil {
		t.Errorf("after room was made: %v", err)
	}
	if err := w.Close(); err != nil {
		t.Error(err)
	}
}
