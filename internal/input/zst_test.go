package input

import (
	"bytes"
	le "encoding/binary"
	"fmt"
	"strings"
	"testing"

	"github.com/klauspost/compress/dict"
	"github.com/klauspost/compress/zstd"
)

func zsted(s string, options ...zstd.EOption) string {
	w, err := zstd.NewWriter(nil, options...)
	if err != nil {
		panic(err)
	}
	return string(w.EncodeAll([]byte(s), nil))
}

// dictFrame is the frame before a .warc.zst that holds its dictionary.
func dictFrame(content string) string {
	var b bytes.Buffer
	b.WriteString(dictMagic)
	le.Write(&b, le.LittleEndian, uint32(len(content)))
	return b.String() + content
}

func TestZstandard(t *testing.T) {
	record := warcRecord("1.1", "", answer)
	var samples [][]byte
	for i := range 200 {
		samples = append(samples, []byte(fmt.Sprintf("%d%s%d", i, strings.Replace(record, "urn:uuid:1", fmt.Sprintf("urn:uuid:%d", i*7919), 1), i*i)))
	}
	words, err := dict.BuildZstdDict(samples, dict.Options{MaxDictSize: 4 << 10, HashBytes: 6, ZstdDictID: 77})
	if err != nil {
		t.Fatal(err)
	}
	with := zsted(record, zstd.WithEncoderDict(words))
	page := "http://a.example/1 2025-05-15"
	for name, c := range map[string]struct{ data, want string }{
		"two.warc.zst":    {zsted(record) + zsted(record), page + "; " + page},
		"cut.warc.zst":    {zsted(record) + zsted(record)[:len(zsted(record))-9], page + "; damaged"},
		"words.warc.zst":  {dictFrame(string(words)) + with, page},
		"packed.warc.zst": {dictFrame(zsted(string(words))) + with, page},
		"none.warc.zst":   {with, "damaged"},
		"large.warc.zst":  {dictFrame(string(words))[:4] + "\xff\xff\xff\xff", "damaged"},
		"short.warc.zst":  {dictFrame(string(words))[:100], "damaged"},
		"tin.html.zst":    {zsted(aPage), "html"},
		"tin.txt.zst":     {zsted(aText), "text"},
		"bomb.html.zst":   {zsted(strings.Repeat("\x00", 8<<20)), "too-large"},
		"list.jsonl.zst":  {zsted("{\"title\":\"x\"}\n"), "JSON"},
		"pages.tar.zst":   {zsted(tarred("1.html", aPage, "2.html.zst", zsted(aPage))), "html; html"},
		"member.zip":      {zipped("1.warc.zst", zsted(record)), page},
		"noname":          {zsted(aPage), "html"},
	} {
		if got := outcome(t, write(t, t.TempDir(), name, c.data)); got != c.want {
			t.Errorf("%s: %s\nwant %s", name, got, c.want)
		}
	}
	dir := t.TempDir()
	write(t, dir, "a.warc.zst", zsted(record))
	write(t, dir, "b.html.zst", zsted(aPage))
	write(t, dir, "c.css.zst", zsted(aPage))
	if got, want := strings.Join(listing(t, dir, Options{Paths: []string{dir}}), " "), "a.warc.zst|<urn:uuid:1>|html b.html.zst||html"; got != want {
		t.Errorf("of a directory: %s, want %s", got, want)
	}
}
