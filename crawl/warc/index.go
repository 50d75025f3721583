package warc

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Repair cuts what lies behind mark in a directory's files: the tail of the
// marked one, and later ones whole. It fails when the marked file is shorter
// than the mark says.
func Repair(dir string, mark Mark) error {
	names, err := Files(dir)
	if err != nil || mark.File == "" {
		return err
	}
	for _, name := range names {
		if filepath.Base(name) > mark.File {
			if err := Remove(name); err != nil {
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
		return errors.Join(trimIndex(name, info.Size()), fmt.Errorf("%s holds %d bytes, %d were written", name, info.Size(), mark.Size))
	}
	return Cut(name, mark.Size)
}

// Files gives the WARC files that crawls wrote into a directory, in the order in which
// they were begun.
func Files(dir string) (names []string, err error) {
	all, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	for _, f := range all {
		if own, _ := path.Match("boctin-*.warc.gz", f.Name()); own {
			names = append(names, filepath.Join(dir, f.Name()))
		}
	}
	return names, err
}

// Cut leaves of a file, and of its index, what stands before size.
func Cut(file string, size int64) error {
	if err := trimIndex(file, size); err != nil {
		return err
	}
	return os.Truncate(file, size)
}

// Remove takes a file away, and its index with it.
func Remove(file string) error {
	for _, beside := range []string{IndexName(file), IndexName(file) + partSuffix} {
		if err := os.Remove(beside); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return os.Remove(file)
}

// trimIndex leaves out of an index what lies behind size: other records will
// stand there.
func trimIndex(file string, size int64) error {
	raw, err := os.ReadFile(IndexName(file))
	if err != nil {
		return nil // there is none: it will be made
	}
	lines, _ := oldIndex(IndexName(file), size)
	if kept := strings.Join(lines, "\n") + "\n"; kept != string(raw) {
		return replace(IndexName(file), kept)
	}
	return nil
}

// CheckIndex holds the index of a WARC file against it, and tells of each line
// that does not point at a record.
func CheckIndex(file string) (faults []string, err error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	raw, err := os.ReadFile(IndexName(file))
	if err != nil {
		return nil, nil // made at the end of the next crawl
	}
	name := filepath.Base(IndexName(file))
	n := 0
	for line := range strings.Lines(string(raw)) {
		n++
		e, at, length, ok := parseEntry(line)
		head := make([]byte, 5)
		switch {
		case !ok:
			faults = append(faults, fmt.Sprintf("%s: line %d is damaged", name, n))
		case at+length > info.Size():
			faults = append(faults, fmt.Sprintf("%s: line %d points behind the end of %s (%s)", name, n, filepath.Base(file), e.URL))
		default:
			if _, err := f.ReadAt(head, at); err != nil || !bytes.HasPrefix(head, []byte{0x1f, 0x8b}) && string(head) != "WARC/" {
				faults = append(faults, fmt.Sprintf("%s: line %d points at no record of %s (%s)", name, n, filepath.Base(file), e.URL))
			}
		}
	}
	return faults, nil
}

// parseEntry reads a line of an index.
func parseEntry(line string) (e entry, at, length int64, ok bool) {
	_, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " {")
	if json.Unmarshal([]byte("{"+rest), &e) != nil {
		return e, 0, 0, false
	}
	at, err1 := strconv.ParseInt(e.Offset, 10, 64)
	length, err2 := strconv.ParseInt(e.Length, 10, 64)
	return e, at, length, err1 == nil && err2 == nil && at >= 0 && length >= 0
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
	if faults, err := CheckIndex(file); err != nil || len(faults) > 0 {
		known, end = nil, 0
	}
	added, err := scanFrom(f, end, info.Size())
	if errors.Is(err, ErrNotWARC) && end > 0 { // the index is of other records: make it anew
		known = nil
		added, err = scanFrom(f, 0, info.Size())
	}
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	if len(added) == 0 && len(known) > 0 {
		return nil
	}
	all := append(known, added...)
	slices.Sort(all)
	return replace(IndexName(file), strings.Join(all, "\n")+"\n")
}

func scanFrom(f *os.File, at, size int64) ([]string, error) {
	if _, err := f.Seek(at, io.SeekStart); err != nil {
		return nil, err
	}
	return scan(f, at, size, filepath.Base(f.Name()))
}

// replace writes a file whole or not at all.
func replace(name, content string) error {
	if content == "\n" {
		content = ""
	}
	if err := os.WriteFile(name+partSuffix, []byte(content), 0o666); err != nil {
		os.Remove(name + partSuffix)
		return err
	}
	return os.Rename(name+partSuffix, name)
}

// partSuffix ends the name of an index that is not whole.
const partSuffix = ".part"

// oldIndex gives the lines that lie within the file, and where the last record ends.
func oldIndex(name string, size int64) (lines []string, end int64) {
	raw, err := os.ReadFile(name)
	if err != nil {
		return nil, 0
	}
	for line := range strings.Lines(string(raw)) {
		_, at, n, ok := parseEntry(line)
		if !ok {
			return nil, 0
		}
		if at+n <= size {
			lines, end = append(lines, strings.TrimSuffix(line, "\n")), max(end, at+n)
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
