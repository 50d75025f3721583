package warc

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
)

func record(kind, uri, block string) string {
	return fmt.Sprintf("WARC/1.1\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Record-ID: <urn:uuid:%s>\r\n"+
		"WARC-Date: 2025-08-17T09:12:00Z\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, uri, uri, len(block), block)
}

func answer(uri string) string {
	return record(TypeResponse, uri, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>"+uri+strings.Repeat(" x", 500))
}

func packedBytes(s string) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	io.WriteString(w, s)
	w.Close()
	return b.Bytes()
}

// archive gives records in one file and where each begins.
func archive(packed bool, records ...string) (file []byte, at []int) {
	for _, r := range records {
		at = append(at, len(file))
		if packed {
			file = append(file, packedBytes(r)...)
		} else {
			file = append(file, r...)
		}
	}
	return file, at
}

// readAll gives the URI of each record read whole and the offset of each damage.
func readAll(t *testing.T, file []byte) (uris []string, damage []int64) {
	t.Helper()
	r := NewReader(bytes.NewReader(file))
	for i := 0; ; i++ {
		if i > len(file)+10 {
			t.Fatal("the reader does not come to an end")
		}
		rec, err := r.Next()
		var d *DamagedError
		switch {
		case err == io.EOF:
			return uris, damage
		case errors.As(err, &d):
			damage = append(damage, d.Offset)
			continue
		case err != nil:
			t.Fatal(err)
		}
		if _, err := io.Copy(io.Discard, rec.Block); errors.As(err, &d) {
			damage = append(damage, d.Offset)
			continue
		}
		uris = append(uris, rec.URI)
	}
}

func TestReadGoesOnBehindDamage(t *testing.T) {
	for _, packed := range []bool{false, true} {
		file, at := archive(packed, answer("a"), answer("b"), answer("c"), answer("d"))
		if uris, damage := readAll(t, file); fmt.Sprint(uris) != "[a b c d]" || damage != nil {
			t.Errorf("packed %v: whole file gives %v, damage %v", packed, uris, damage)
		}
		cases := []struct {
			name, want string // URIs read whole, number of damages
			file       []byte
		}{
			{"block cut", "[a c d] 1", append(bytes.Clone(file[:at[1]+100]), file[at[2]:]...)},
			{"tail cut", "[a b c] 1", file[:at[3]+70]},
			{"overwritten", "[a c d] 1", bytes.Join([][]byte{file[:at[1]+30], make([]byte, 80), file[at[1]+110:]}, nil)},
			{"junk between", "[a b c d] 1", bytes.Join([][]byte{file[:at[2]], []byte("???? junk ????\n"), file[at[2]:]}, nil)},
			{"zeros at the end", "[a b c d] 0", append(bytes.Clone(file), make([]byte, 4096)...)},
		}
		if !packed { // nothing tells that bytes are missing but the place where the next record should begin
			cases[0].file = append(bytes.Clone(file[:at[1]+700]), file[at[2]:]...)
			cases[0].want = "[a b c d] 1"
			cases[2].file = bytes.Join([][]byte{file[:at[1]], make([]byte, 80), file[at[1]+80:]}, nil)
		}
		for _, c := range cases {
			uris, damage := readAll(t, c.file)
			if got := fmt.Sprint(uris, " ", len(damage)); got != c.want {
				t.Errorf("packed %v, %s: %s at %v, want %s", packed, c.name, got, damage, c.want)
			}
		}
	}
}

func TestEveryCutAndFlipEnds(t *testing.T) {
	file, at := archive(true, answer("a"), answer("b"), answer("c"))
	for i := at[1]; i < at[2]; i++ {
		broken := bytes.Clone(file)
		broken[i] ^= 0x55
		uris, damage := readAll(t, broken)
		if got := strings.Join(uris, ""); !strings.HasPrefix(got, "a") || !strings.HasSuffix(got, "c") {
			t.Fatalf("byte %d flipped: %v, damage %v", i-at[1], uris, damage)
		}
		if len(uris) == 2 && (len(damage) != 1 || damage[0] != int64(at[1])) {
			t.Fatalf("byte %d flipped: damage at %v, want %d", i-at[1], damage, at[1])
		}
		if uris, _ := readAll(t, append(bytes.Clone(file[:i]), file[at[2]:]...)); uris[0] != "a" || uris[len(uris)-1] != "c" {
			t.Fatalf("cut at byte %d: %v", i-at[1], uris)
		}
	}
}

func TestOneMemberForAllRecords(t *testing.T) {
	uris, damage := readAll(t, packedBytes(answer("a")+answer("b")))
	if fmt.Sprint(uris) != "[a b]" || damage != nil {
		t.Errorf("got %v, damage %v", uris, damage)
	}
	file := append(packedBytes(answer("a")+answer("b")), packedBytes(answer("c"))...)
	var inner []bool
	for r := NewReader(bytes.NewReader(file)); ; {
		rec, err := r.Next()
		if err != nil {
			break
		}
		inner = append(inner, rec.Inner)
	}
	if fmt.Sprint(inner) != "[false true false]" {
		t.Errorf("behind another in one member: %v", inner)
	}
}

func TestNotWARC(t *testing.T) {
	for _, file := range [][]byte{[]byte("<html>"), packedBytes("<html>"), []byte("W"), {0x1f, 0x8b}} {
		if _, err := NewReader(bytes.NewReader(file)).Next(); !errors.Is(err, ErrNotWARC) {
			t.Errorf("%.20q: %v", file, err)
		}
	}
	if _, err := NewReader(strings.NewReader("")).Next(); err != io.EOF {
		t.Errorf("empty file: %v", err)
	}
	broken := io.MultiReader(strings.NewReader(answer("a")[:200]), failing{})
	rec, err := NewReader(broken).Next()
	if err == nil {
		_, err = io.Copy(io.Discard, rec.Block)
	}
	if err == nil || !strings.Contains(err.Error(), "disk") {
		t.Errorf("error of the disk: %v", err)
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("disk on fire") }

func TestMessage(t *testing.T) {
	text := strings.Repeat("thân bài ", 100)
	gz := string(packedBytes(text))
	chunked := func(s string) string {
		return fmt.Sprintf("%x;ext=1\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n", 10, s[:10], len(s)-10, s[10:])
	}
	for name, block := range map[string]string{
		"as it is":              "HTTP/1.1 200 OK\r\n\r\n" + text,
		"bare line ends":        "HTTP/1.1 200\nServer: x\n\n" + text,
		"chunked":               "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunked(text),
		"chunked, stored whole": "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + text,
		"gzip":                  "HTTP/2 200 \r\ncontent-encoding: gzip\r\n\r\n" + gz,
		"gzip, stored unpacked": "HTTP/2 200 \r\ncontent-encoding: gzip\r\n\r\n" + text,
		"gzip in chunks":        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n" + chunked(gz),
		"last chunk missing":    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + strings.TrimSuffix(chunked(text), "0\r\n\r\n"),
	} {
		rec, err := NewReader(strings.NewReader(record(TypeResponse, "u", block))).Next()
		if err != nil {
			t.Fatal(name, err)
		}
		m, err := rec.Message(1 << 20)
		if err != nil || m.Status != 200 || string(m.Body) != text {
			t.Errorf("%s: %v, %+.80v", name, err, m)
		}
	}
}

func TestMessageIsCapped(t *testing.T) {
	bomb := packedBytes(strings.Repeat("\x00", 20<<20))
	file := append(packedBytes(record(TypeResponse, "bomb", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"+string(bomb))), packedBytes(answer("b"))...)
	r := NewReader(bytes.NewReader(file))
	rec, _ := r.Next()
	m, err := rec.Message(1000)
	if err != nil || len(m.Body) != 1000 || !m.Truncated {
		t.Fatalf("%v, %d bytes, truncated %v", err, len(m.Body), m.Truncated)
	}
	if rec, err := r.Next(); err != nil || rec.URI != "b" {
		t.Errorf("behind it: %v", err)
	}
}

func TestFields(t *testing.T) {
	rec, err := NewReader(strings.NewReader(strings.Replace(record(TypeResource, "<http://a.vn/x>", "body"), "application/http;msgtype=response", "text/html;\r\n charset=utf-8", 1))).Next()
	if err != nil {
		t.Fatal(err)
	}
	m, err := rec.Message(100)
	if err != nil || string(m.Body) != "body" || m.Header.Get("content-type") != "text/html; charset=utf-8" {
		t.Errorf("%v %+v", err, m)
	}
	if rec.URI != "http://a.vn/x" || rec.Date.Format("2006-01-02") != "2025-08-17" || rec.Version != "WARC/1.1" || rec.Length != 4 {
		t.Errorf("%+v", rec)
	}
}

func FuzzReader(f *testing.F) {
	whole, _ := archive(true, answer("a"), answer("b"))
	f.Add(whole)
	f.Add([]byte(answer("a") + record(TypeMetadata, "m", "k: v\r\n") + answer("c")[:300]))
	f.Add(packedBytes(record(TypeResponse, "z", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: deflate\r\n\r\n3\r\nabc\r\n")))
	f.Fuzz(func(t *testing.T, file []byte) {
		r := NewReader(bytes.NewReader(file))
		last := int64(-1)
		for i := 0; ; i++ {
			rec, err := r.Next()
			var d *DamagedError
			if errors.As(err, &d) {
				if i > len(file)+10 {
					t.Fatal("no end")
				}
				continue
			}
			if err != nil {
				return
			}
			if rec.Offset < last || rec.Offset >= int64(len(file)) {
				t.Fatalf("offset %d after %d", rec.Offset, last)
			}
			last = rec.Offset
			rec.Message(1 << 16)
		}
	})
}

func BenchmarkReader(b *testing.B) {
	var records []string
	for i := range 200 {
		records = append(records, record(TypeResponse, fmt.Sprint("u", i), "HTTP/1.1 200 OK\r\n\r\n"+strings.Repeat("một hai ba bốn năm ", 2000)+fmt.Sprint(i)))
	}
	file, _ := archive(true, records...)
	b.ReportAllocs()
	for b.Loop() {
		r, n := NewReader(bytes.NewReader(file)), 0
		for {
			rec, err := r.Next()
			if err == io.EOF {
				break
			}
			m, err := rec.Message(1 << 20)
			if err != nil {
				b.Fatal(err)
			}
			n += len(m.Body)
		}
		b.SetBytes(int64(n))
	}
}

// TestWget reads a file that GNU Wget wrote of a site of our own.
func TestWget(t *testing.T) {
	f, err := os.Open("testdata/wget.warc.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := NewReader(f)
	var pages []string
	for {
		rec, err := r.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if rec.Type != TypeResponse {
			continue
		}
		m, err := rec.Message(1 << 20)
		if err != nil {
			t.Fatal(err)
		}
		_, path, _ := strings.Cut(strings.TrimPrefix(rec.URI, "http://"), "/")
		pages = append(pages, fmt.Sprintf("/%s %d %v", path, m.Status, strings.Contains(string(m.Body), "Công an")))
	}
	if want := "[/ 200 true /robots.txt 404 false /bai-1.htm 200 true]"; fmt.Sprint(pages) != want {
		t.Errorf("got %v, want %v", pages, want)
	}
}
