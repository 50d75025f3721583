package warc

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Repair cuts what lies behind mark in a directory's files: the tail of the
// marked one, and later ones whole. It fails when the marked file is shorter
// than the mark says.
func Repair(dir string, mark Mark) error {
	names, err := filepath.Glob(filepath.Join(dir, "boctin-*.warc.gz"))
	if err != nil || mark.File == "" {
		return err
	}
	for _, name := range names {
		if filepath.Base(name) > mark.File {
			if err := os.Remove(name); err != nil {
				return err
			}
		}
	}
	name := filepath.Join(dir, mark.File)
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	if info.Size() < mark.Size {
		return fmt.Errorf("%s holds %d bytes, %d were written", name, info.Size(), mark.Size)
	}
	return os.Truncate(name, mark.Size)
}

// entry is the JSON part of a line of a CDXJ index, as pywb writes it.
type entry struct {
	URL      string `json:"url"`
	Mime     string `json:"mime"`
	Status   string `json:"status,omitempty"`
	Digest   string `json:"digest,omitempty"`
	Length   string `json:"length"`
	Offset   string `json:"offset"`
	Filename string `json:"filename"`
}

// IndexName is the file that holds the CDXJ index of a WARC file.
func IndexName(file string) string {
	return strings.TrimSuffix(strings.TrimSuffix(file, ".gz"), ".warc") + ".cdxj"
}

// Index brings the CDXJ index of a WARC file up to date: it reads only the
// records behind those that the index has.
func Index(file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	known, end := oldIndex(IndexName(file), info.Size())
	if _, err := f.Seek(end, io.SeekStart); err != nil {
		return err
	}
	added, err := scan(f, end, info.Size(), filepath.Base(file))
	if err != nil || len(added) == 0 && len(known) > 0 {
		return err
	}
	all := append(known, added...)
	slices.Sort(all)
	return replace(IndexName(file), strings.Join(all, "\n")+"\n")
}

// replace writes a file whole or not at all.
func replace(name, content string) error {
	if content == "\n" {
		content = ""
	}
	if err := os.WriteFile(name+".part", []byte(content), 0o666); err != nil {
		return err
	}
	return os.Rename(name+".part", name)
}

// oldIndex gives the lines that lie within the file, and where the last record ends.
func oldIndex(name string, size int64) (lines []string, end int64) {
	raw, err := os.ReadFile(name)
	if err != nil {
		return nil, 0
	}
	for line := range strings.Lines(string(raw)) {
		var e entry
		line = strings.TrimSuffix(line, "\n")
		_, rest, _ := strings.Cut(line, " {")
		if json.Unmarshal([]byte("{"+rest), &e) != nil {
			return nil, 0
		}
		at, _ := strconv.ParseInt(e.Offset, 10, 64)
		n, _ := strconv.ParseInt(e.Length, 10, 64)
		if at+n <= size {
			lines, end = append(lines, line), max(end, at+n)
		}
	}
	return lines, end
}

// scan makes the index lines of the records from base on.
func scan(f io.Reader, base, size int64, name string) ([]string, error) {
	r := NewReader(f)
	var out []string
	var last *entry
	key := ""
	closeLast := func(end int64) {
		if last == nil {
			return
		}
		at, _ := strconv.ParseInt(last.Offset, 10, 64)
		last.Length = strconv.FormatInt(end-at, 10)
		js, _ := json.Marshal(last) // strings alone: cannot fail
		out, last = append(out, key+" "+string(js)), nil
	}
	for {
		rec, err := r.Next()
		var d *DamagedError
		switch {
		case err == io.EOF:
			closeLast(size)
			return out, nil
		case errors.As(err, &d):
			closeLast(base + d.Offset)
			continue
		case err != nil:
			return nil, err
		}
		closeLast(base + rec.Offset)
		if rec.Type == TypeResponse || rec.Type == TypeRevisit || rec.Type == TypeResource {
			last = indexed(rec, base, name)
			key = SURT(rec.URI) + " " + rec.Date.Format("20060102150405")
		}
	}
}

func indexed(rec *Record, base int64, name string) *entry {
	e := &entry{URL: rec.URI, Mime: "warc/revisit", Digest: rec.Header.Get("WARC-Payload-Digest"),
		Offset: strconv.FormatInt(base+rec.Offset, 10), Filename: name}
	if rec.Type == TypeResource {
		e.Mime = rec.Header.Get("Content-Type")
		return e
	}
	if m, err := readHead(bufio.NewReader(rec.Block)); err == nil {
		e.Status = strconv.Itoa(m.Status)
		if rec.Type == TypeResponse {
			e.Mime, _, _ = strings.Cut(m.Header.Get("Content-Type"), ";")
		}
	}
	return e
}

// SURT gives the sort key of a URL: the host's labels turned round, then path
// and query. What is no URL is its own key.
func SURT(uri string) string {
	u, err := url.Parse(uri)
	if err != nil || u.Host == "" {
		return strings.ReplaceAll(uri, " ", "%20")
	}
	labels := strings.Split(strings.TrimPrefix(strings.ToLower(u.Hostname()), "www."), ".")
	slices.Reverse(labels)
	key := strings.Join(labels, ",")
	if p := u.Port(); p != "" && p != "80" && p != "443" {
		key += ":" + p
	}
	return strings.ToLower(key + ")" + u.RequestURI())
}

// Trim cuts a file behind its last whole record: for a file whose mark is not
// known. Damage in the middle of the file stays.
func Trim(file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	cut := int64(-1)
	for r := NewReader(f); ; {
		_, err := r.Next()
		var d *DamagedError
		switch {
		case err == nil:
			cut = -1
		case errors.As(err, &d) && cut < 0:
			cut = d.Offset
		case errors.As(err, &d):
		case errors.Is(err, ErrNotWARC):
			return os.Truncate(file, 0)
		case err != io.EOF:
			return err
		case cut >= 0:
			return os.Truncate(file, cut)
		default:
			return nil
		}
	}
}
