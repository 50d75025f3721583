package input

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

const (
	okHead = "HTTP/1.1 200 OK\r\nContent-Type: text/html"
	answer = okHead + "\r\n\r\n" + aPage
)

func warcRecord(version, fields, body string) string {
	return fmt.Sprintf("WARC/%s\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2025-05-15T01:02:03Z\r\n"+
		"WARC-Target-URI: http://a.example/1\r\n%sContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		version, fields, len(body), body)
}

func brotlied(s string) string {
	var b bytes.Buffer
	w := brotli.NewWriter(&b)
	w.Write([]byte(s))
	w.Close()
	return b.String()
}

func arcFile() string {
	one := func(url, fields string) string {
		return fmt.Sprintf("http://a.example/%s %s %d\n%s\n", url, fields, len(answer), answer)
	}
	return "filedesc://x.arc 0.0.0.0 20250515010203 text/plain 77\n1 1 InternetArchive\nURL IP-address Archive-date Content-type Archive-length\n\n" +
		one("1", "1.2.3.4 20250515010203 text/html") + one("2 a", "1.2.3.4 20250516010203 text/html") +
		one("3", "1.2.3.4 20250517010203 text/html 200 - - 0 x.arc")
}

// outcome says in one line what a file gives: the URLs of its pages, faults by
// kind, and what was passed over.
func outcome(t *testing.T, path string) string {
	t.Helper()
	s := New(Options{Paths: []string{path}, MaxBytes: 1 << 20})
	var out []string
	for it := range s.Items(context.Background()) {
		it.Load()
		var other *Foreign
		switch {
		case errors.As(it.Err, &other):
			out = append(out, other.Kind)
		case it.Err != nil:
			out = append(out, string(KindOf(it.Err, "?")))
		case it.Page.URL != "":
			out = append(out, it.Page.URL+" "+it.Page.Fetched.Format("2006-01-02"))
		default:
			out = append(out, string(it.Page.Format))
		}
		if it.Err == nil && !strings.HasPrefix(string(it.Page.Body), aPage[:9]) && it.Page.URL != "" {
			t.Errorf("%s: the page begins with %.20q", path, it.Page.Body)
		}
	}
	if passed := s.Passed().String(); passed != "" {
		out = append(out, "passed: "+passed)
	}
	return strings.Join(out, "; ")
}

func TestArchives(t *testing.T) {
	page := "http://a.example/1 2025-05-15"
	for name, c := range map[string]struct{ data, want string }{
		"cut.warc":       {warcRecord("1.0", "WARC-Truncated: length\r\n", answer[:len(answer)-9]), "truncated"},
		"segment.warc":   {warcRecord("1.0", "WARC-Segment-Number: 1\r\n", answer), "truncated"},
		"short.warc":     {warcRecord("1.0", "", okHead+"\r\nContent-Length: 1000\r\n\r\n"+aPage), "truncated"},
		"long.warc":      {warcRecord("1.0", "", okHead+"\r\nContent-Length: 10\r\n\r\n"+aPage), page},
		"decoded.warc":   {warcRecord("1.0", "", okHead+"\r\nContent-Encoding: br\r\nContent-Length: 900\r\n\r\n"+aPage), page},
		"v017.warc":      {warcRecord("0.17", "", answer), page},
		"v018.warc":      {warcRecord("0.18", "", answer), page},
		"tail.warc":      {warcRecord("1.0", "", okHead+"\r\nContent-Encoding: gzip\r\n\r\n"+gz(aPage)+"\r\n"), page},
		"unsaid.warc":    {warcRecord("1.0", "", okHead+"\r\n\r\n"+gz(aPage)), page},
		"br.warc":        {warcRecord("1.1", "", okHead+"\r\nContent-Encoding: br\r\n\r\n"+brotlied(aPage)), page},
		"two.arc":        {arcFile(), page + "; http://a.example/2 a 2025-05-16; http://a.example/3 2025-05-17"},
		"two.arc.gz":     {gz(arcFile()), page + "; http://a.example/2 a 2025-05-16; http://a.example/3 2025-05-17"},
		"cut.arc":        {arcFile()[:len(arcFile())-150], page + "; http://a.example/2 a 2025-05-16; damaged"},
		"x.wacz":         {zipped("archive/d.warc.gz", gz(warcRecord("1.0", "", answer)), "pages/pages.jsonl", "{\"format\":\"json-pages-1.0\"}\n", "indexes/index.cdx.gz", gz(" CDX N b a\n")), page + "; passed: index and list files of the web archive (2)"},
		"renamed.zip":    {zipped("archive/d.warc", warcRecord("1.0", "", answer), "datapackage.json", "{}"), page + "; passed: index and list files of the web archive (1)"},
		"plain.zip":      {zipped("archive/d.warc", warcRecord("1.0", "", answer), "page.html", aPage), page + "; html"},
		"locked.zip":     {zippedWith(encrypted, "a.html", aPage), "unreadable"},
		"flipped.zip":    {strings.Replace(zippedWith(0, "a.html", aPage), aPage[:9], "<!DOCTYPF", 1), "damaged"},
		"book.epub.zip":  {zipped("mimetype", "application/epub+zip", "a.xhtml", aPage), "html; passed: without a known name (1)"},
		"missing.warc":   {warcRecord("1.0", "", strings.Replace(answer, "200 OK", "404 Not Found", 1)), "no-pages; passed: answers of status 404 (1)"},
		"wet.warc":       {strings.Replace(warcRecord("1.0", "", "abc"), "Type: response", "Type: conversion", 1), "no-pages; passed: texts without their pages, as in WET files (1)"},
		"wget.warc":      {warcRecord("1.0", "", answer) + strings.NewReplacer("Type: response", "Type: resource", "http://a.example/1", "metadata://gnu.org/software/wget/warc/wget_arguments.txt").Replace(warcRecord("1.0", "", "--warc-file")), page + "; passed: records of the archiver (metadata:) (1)"},
		"csv.warc":       {warcRecord("1.0", "", okHead+"\r\n\r\nid,url\n1,http://a.example/1\n"), "no-pages; passed: a table (1)"},
		"feed-html.warc": {warcRecord("1.0", "", okHead+"\r\n\r\n<rss><channel></channel></rss>"), "no-pages; passed: a feed (RSS or Atom) (1)"},
	} {
		if got := outcome(t, write(t, t.TempDir(), name, c.data)); got != c.want {
			t.Errorf("%s: %s\nwant %s", name, got, c.want)
		}
	}
}

// zippedWith makes an archive of one member that is not packed, with flags of its own.
func zippedWith(flags uint16, name, body string) string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	m, _ := w.CreateRaw(&zip.FileHeader{Name: name, Flags: flags, CRC32: crc32.ChecksumIEEE([]byte(body)),
		CompressedSize64: uint64(len(body)), UncompressedSize64: uint64(len(body))})
	io.WriteString(m, body)
	w.Close()
	return b.String()
}

func TestNoPages(t *testing.T) {
	for name, c := range map[string]struct{ data, want string }{
		"rss.xml":       {`<?xml version="1.0"?><rss version="2.0"><channel><item><description>&lt;p>a&lt;/p></description></item></channel></rss>`, "a feed (RSS or Atom)"},
		"feed.html":     {"<!-- x --><feed xmlns='http://www.w3.org/2005/Atom'></feed>", "a feed (RSS or Atom)"},
		"sitemap":       {`<?xml version="1.0"?><x:urlset xmlns:x="a"></x:urlset>`, "a sitemap"},
		"other.xml":     {`<?xml version="1.0"?><opml></opml>`, "an XML file"},
		"xhtml.html":    {`<?xml version="1.0"?><!DOCTYPE html PUBLIC "a" "b"><html><body><p>a</p></body></html>`, "html"},
		"source.html":   {`<html><body><table><tr><td class="line-number" value="1"></td><td class="line-content">&lt;p></td></tr></table></body></html>`, "the source code of a page, as a browser shows it"},
		"dump.txt":      {"-- MySQL dump 10.13\nINSERT INTO `news` VALUES (1,'a');\n", "an SQL dump"},
		"bare.sql":      {"SELECT 1;\n", "an SQL dump"},
		"index.cdx.gz":  {gz(" CDX N b a m s\nexample,a)/ 20250101000000 http://a.example/ text/html 200\n"), "an index of a web archive (CDX)"},
		"log.gz":        {gz("2025-01-01 10:00:00 GET /a\n2025-01-01 10:00:01 GET /b\n"), "a log"},
		"access.txt":    {"1.2.3.4 - - [01/Jan/2025:10:00:00 +0700] \"GET /\"\n1.2.3.5 - - [01/Jan/2025:10:00:00 +0700] \"GET /\"\n", "a log"},
		"records.jsonl": {"{\"schema\":\"boctin/1\",\"body\":\"<p>a</p>\"}\n{\"schema\":\"boctin/1\"}\n", "JSON"},
		"urls.csv":      {"\ufeffid,url\n1,http://a.example/1\n", "a table"},
		"table.txt":     {"Họ tên\tChức vụ\nTrần Văn Mẫu\tTrưởng phòng\n", "a table"},
		"mails.mbox":    {"From a@b.example Thu Jun  5 10:00:00 2025\nFrom: a@b.example\nMIME-Version: 1.0\nContent-Type: text/html\n\n<p>Xã họp dân.</p>\n", "a mailbox (mbox)"},
		"letter.txt":    {"From Monday 5 10:00 on, the office is closed.\n", "text"},
		"urls.txt":      {"http://a.example/1\nhttp://a.example/2\n", "a list of URLs"},
		"texts.csv":     {"id,title,content\n1,\"Họp dân\",\"Sáng nay, xã họp dân, rồi ra quân.\"\n2,\"Ra quân\",\"Chiều, xã ra quân.\"\n", "a table"},
		"notes.rtf.txt": {"{\\rtf1\\ansi Sáng nay, xã họp dân.}", "binary"},
		"film.srt":      {"1\n00:00:01,000 --> 00:00:04,500\nSáng nay, xã họp dân.\n", "subtitles"},
		"film.vtt":      {"WEBVTT - Họp dân\n\n00:01.000 --> 00:04.500\nSáng nay, xã họp dân.\n", "subtitles"},
		"news.patch":    {"diff --git a/tin.txt b/tin.txt\n--- a/tin.txt\n+++ b/tin.txt\n@@ -1,2 +1,2 @@\n-Xã họp dân.\n+Xã ra quân.\n", "a patch"},
		"list.txt":      {"#EXTM3U\n#EXTINF:120,Xã họp dân\nhttp://a.example/1.mp3\n", "a playlist"},
		"show.txt":      {"const tin = [\n  { id: 1, title: \"Xã họp dân.\" }\n];\n", "source code"},
		"tin.txt":       {"items:\n  - id: 1\n    title: \"Xã họp dân\"\n  - id: 2\n    title: \"Xã ra quân\"\n", "YAML"},
		"look.txt":      {"body{margin:0}\n.tin p{color:#900}\n", "source code"},
		"vi.txt":        {"msgid \"Home\"\nmsgstr \"Trang chủ\"\n", "a file of translations"},
		"call.txt":      {"show({\"title\":\"Xã họp dân\"});\n", "JSON"},
		"site.txt":      {"[site]\nname = Xã Phú Lâm\nurl = http://a.example\n", "settings"},
		"fair.txt":      {"BEGIN:VCALENDAR\nSUMMARY:Xã họp dân.\nEND:VCALENDAR\n", "a calendar or an address card"},
		"passwd":        {"root:x:0:0:root:/root:/bin/bash\ndaemon:x:1:1::/:/bin/sh\n", "a list of accounts (passwd)"},
		"robots.html":   {"# robots\nUser-agent: *\nDisallow: /a\n", "robots.txt"},

		// what looks alike and is a text
		"text.txt":    {aText, "text"},
		"three.txt":   {"xa,dan,hop\nSáng nay, xã họp dân về an ninh trật tự.\n", "text"},
		"arrow.txt":   {"00:00 --> 08:00: trực ban.\nXã họp dân.\n", "text"},
		"keys.txt":    {"title: Xã họp dân\ndate: 2025-05-15\nauthor: Trần Mẫu\nurl: http://a.example/1\ntags: họp\n", "text"},
		"code.txt":    {"Công an xã họp dân.\nconst tin = 1;\n", "text"},
		"begin.txt":   {"Begin: vcard là một dạng danh thiếp.\nXã họp dân.\n", "text"},
		"commas.txt":  {"Ông An, bà Bình\nÔng Cường, bà Dung\n", "text"},
		"dated.txt":   {"2025-05-15 là ngày họp.\nHội nghị diễn ra tại xã.\n", "text"},
		"bracket.txt": {"[Video] Công an xã ra quân\n", "text"},
		"link.txt":    {"http://a.example/1\nCông an xã Phú Lâm họp dân về an ninh trật tự.\nNgười dân nêu ý kiến.\n", "text"},
		"said.txt":    {"Sitemap: bản đồ trang\nCông an xã họp dân.\n", "text"},
		"frag.html":   {"<p>a;b</p>\n<p>c;d</p>\n", "html"},
	} {
		if got := outcome(t, write(t, t.TempDir(), name, c.data)); got != c.want {
			t.Errorf("%s: %s\nwant %s", name, got, c.want)
		}
	}
}

func TestFolderCountsWhatItPassesOver(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.xml", "b.sql", "c.pdf", "d.PDF", "e.docx", "noname"} {
		write(t, dir, name, "rubbish")
	}
	write(t, dir, "page.html", aPage)
	if got, want := outcome(t, dir), "html; passed: .pdf (2), .docx (1), .sql (1), .xml (1), without a known name (1)"; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

// TestUnfolding gives 20,736 pages in four zip files inside one another.
func TestUnfolding(t *testing.T) {
	data, name := aPage, "p.html"
	for range 4 {
		var members []string
		for i := range 12 {
			members = append(members, fmt.Sprintf("%d%s", i, name), data)
		}
		data, name = zipped(members...), ".zip"
	}
	path := write(t, t.TempDir(), "bomb.zip", data)
	pages, last := 0, error(nil)
	for it := range New(Options{Paths: []string{path}, MaxBytes: 1 << 20}).Items(context.Background()) {
		pages++
		last = it.Err
	}
	if most := unfoldPages + 2*len(data)/bytesPerPage; pages > most || KindOf(last, "") != TooLarge {
		t.Errorf("%d pages of %d bytes (at most %d), then %v", pages, len(data), most, last)
	}
}

// TestUnfoldingOfBytes gives a gzip member that holds a thousand times its size.
func TestUnfoldingOfBytes(t *testing.T) {
	big := strings.Repeat("\x00", 8<<20)
	var members []string
	for i := range 12 {
		members = append(members, fmt.Sprintf("%d.jpg", i), big)
	}
	path := write(t, t.TempDir(), "bomb.tar.gz", gz(tarred(members...)))
	if got := outcome(t, path); !strings.HasPrefix(got, "too-large; passed: .jpg (") {
		t.Errorf("%s", got)
	}
}
