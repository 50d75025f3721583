package input

import (
	"bytes"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/boctin/boctin/extract/charset"
)

// form is how an input is packed or written.
type form string

const (
	formHTML  form = "html"
	formText  form = "text"
	formMHTML form = "mhtml"
	formWARC  form = "warc"
	formGzip  form = "gzip"
	formZst   form = "zstd"
	formZip   form = "zip"
	formTar   form = "tar"
	formJSON  form = "json"
	formARC   form = "arc"

	isFeed    form = "a feed (RSS or Atom)"
	isSitemap form = "a sitemap"
	isXML     form = "an XML file"
	isMailbox form = "a mailbox (mbox)"
	formEmpty form = "empty"
	formOther form = "" // binary
)

// sniffLength is how many bytes of an input are looked at to tell its form.
const sniffLength = 4096

// magics are first bytes that no page has, with the name of what has them.
var magics = []struct {
	prefix, name string
	form         form
}{
	{gzipMagic, "gzip", formGzip},
	{"PK\x03\x04", "zip", formZip},
	{"PK\x05\x06", "zip", formZip},
	{"WARC/", "WARC", formWARC},
	{"filedesc://", "ARC", formARC},
	{"%PDF", "a PDF file", formOther},
	{"\x89PNG", "a PNG image", formOther},
	{"\xff\xd8\xff", "a JPEG image", formOther},
	{"GIF8", "a GIF image", formOther},
	{"RIFF", "a RIFF media file", formOther},
	{zstMagic, "zstd", formZst},
	{dictMagic, "zstd", formZst},
	{"BZh", "a bzip2 archive", formOther},
	{"\xfd7zXZ", "an xz archive", formOther},
	{"7z\xbc\xaf", "a 7-Zip archive", formOther},
	{"Rar!", "a RAR archive", formOther},
	{"\x7fELF", "a program", formOther},
	{"MZ", "a program", formOther},
	{"SQLite format 3", "an SQLite database", formOther},
	{"\xd0\xcf\x11\xe0", "a Word or Excel file", formOther},
	{"{\\rtf", "an RTF file", formOther},
}

// sniff tells the form of an input by its first bytes; name says what a
// binary input looks like.
func sniff(head []byte) (f form, name string) {
	if len(head) == 0 {
		return formEmpty, ""
	}
	if len(head) > 262 && string(head[257:262]) == "ustar" {
		return formTar, "tar"
	}
	text := plain(head)
	for _, m := range magics {
		if bytes.HasPrefix(head, []byte(m.prefix)) && (m.prefix != "MZ" || controls(head) > 0) {
			return m.form, m.name
		}
	}
	switch {
	case isMHTML(text):
		return formMHTML, ""
	case mailbox.Match(text):
		return isMailbox, ""
	case xmlForm(text) != formOther:
		return xmlForm(text), ""
	case startsHTML(text):
		return formHTML, ""
	case binary(head, text):
		return formOther, "binary data"
	case hasTags(text):
		return formHTML, ""
	}
	return formText, ""
}

// plain gives the head in lower case without byte order mark and NULs; UTF-16
// is decoded.
func plain(head []byte) []byte {
	if charset.Wide(head) != "" {
		head, _, _ = charset.Decode(head, "")
	}
	for _, bom := range []string{"\xef\xbb\xbf", "\xff\xfe", "\xfe\xff"} {
		head = bytes.TrimPrefix(head, []byte(bom))
	}
	return bytes.TrimLeft(bytes.ToLower(bytes.ReplaceAll(head, []byte{0}, nil)), " \t\r\n\f")
}

// controls counts the bytes that no text has. Six control characters are
// letters in VISCII and are let pass.
func controls(head []byte) int {
	n := 0
	for _, c := range head {
		if c < 32 && !strings.ContainsRune("\t\n\v\f\r\x1b\x02\x05\x06\x14\x19\x1e", rune(c)) {
			n++
		}
	}
	return n
}

// binary holds where a twentieth of the bytes are control characters, NULs of
// UTF-16 text aside.
func binary(head, text []byte) bool {
	if charset.Wide(head) != "" {
		head = text
	}
	return controls(head)*20 > len(head)
}

func isMHTML(text []byte) bool {
	line, _, _ := bytes.Cut(text, []byte("\n"))
	name, _, ok := bytes.Cut(line, []byte(":"))
	return ok && !bytes.ContainsAny(name, " \t<") && bytes.Contains(text, []byte("mime-version:")) &&
		bytes.Contains(text, []byte("content-type:"))
}

// mailbox is the line that stands before each message of a mailbox, in lower case.
var mailbox = regexp.MustCompile(`^from \S+ +(?:mon|tue|wed|thu|fri|sat|sun) [a-z]{3} +\d{1,2} \d\d:\d\d`)

func startsHTML(text []byte) bool {
	for _, tag := range []string{"<!doctype", "<html", "<head", "<body", "<?xml", "<!--", "<meta", "<title", "<script", "<link"} {
		if bytes.HasPrefix(text, []byte(tag)) {
			return true
		}
	}
	return false
}

func hasTags(text []byte) bool {
	for _, tag := range []string{"<html", "<body", "</p>", "<div", "<article", "<h1", "</a>", "<br>", "<br/>"} {
		if bytes.Contains(text, []byte(tag)) {
			return true
		}
	}
	return false
}

// extensions maps the names of pages and containers to their forms; each may
// also end in .gz or .zst.
var extensions = map[string]form{
	".html": formHTML, ".htm": formHTML, ".xhtml": formHTML, ".shtml": formHTML,
	".mhtml": formMHTML, ".mht": formMHTML, ".txt": formText,
	".warc": formWARC, ".arc": formARC, ".wacz": formZip, ".zip": formZip, ".tar": formTar, ".tgz": formTar,
	".jsonl": formJSON, ".ndjson": formJSON,
}

// notPages are names that a directory of saved pages is full of and that are
// not even opened.
var notPages = map[string]bool{
	".jpg": true, ".jpeg": true, ".png": true, ".gif": true, ".webp": true, ".svg": true, ".ico": true, ".avif": true,
	".css": true, ".js": true, ".mjs": true, ".map": true, ".woff": true, ".woff2": true, ".ttf": true, ".eot": true,
	".json": true, ".xml": true, ".toml": true, ".csv": true, ".tsv": true, ".md": true, ".db": true, ".go": true, ".py": true, ".sh": true,
	".sql": true, ".log": true, ".cdx": true, ".cdxj": true, ".rss": true, ".atom": true, ".opml": true, ".ini": true, ".yaml": true, ".yml": true,
	".part": true, ".journal": true,
	".mp3": true, ".mp4": true, ".m3u8": true, ".pdf": true, ".doc": true, ".docx": true, ".xls": true, ".xlsx": true,
}

// named tells the form that a file's name promises, and whether it is packed.
func named(path string) (f form, packed bool) {
	name, packed := bare(path)
	return extensions[filepath.Ext(name)], packed
}

// bare gives the name of a file in lower case without the ending of what packs it.
func bare(path string) (name string, packed bool) {
	name = strings.ToLower(filepath.Base(path))
	for _, ending := range []string{".gz", ".zst"} {
		if rest, ok := strings.CutSuffix(name, ending); ok {
			return rest, true
		}
	}
	return name, false
}
