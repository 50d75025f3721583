// Package mhtml takes the page out of a web archive in one file (.mhtml, .mht;
// RFC 2557), as browsers save it.
package mhtml

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"strings"
	"time"

	"github.com/boctin/boctin"
)

// ErrNoPage says that the archive has no HTML part.
var ErrNoPage = errors.New("web archive without an HTML part: save the page again, as HTML or as a web page in one file")

// ErrCut says that the HTML part breaks off. The page goes as far as the part does.
var ErrCut = errors.New("the page in this web archive breaks off: save or copy it again")

// deepest bounds the nesting of multipart parts: browsers write one level.
const deepest = 4

// Page takes the HTML page out of an archive: Body is the decoded root part,
// ContentType its type with the charset, URL where it was saved from, Fetched
// when. The reader of inputs fills Path, Record and Offset, which are its own,
// and hands the page to extract as any other. Errors: ErrCut with the page as far
// as it goes, ErrNoPage, or a fault of MIME with what is wrong.
func Page(data []byte) (boctin.Page, error) {
	data = bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), " \t\r\n")
	m, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return boctin.Page{}, fmt.Errorf("web archive: the head is no MIME head (%w): save the page again", err)
	}
	head := textproto.MIMEHeader(m.Header)
	page, err := find(head, m.Body, 0)
	if err != nil && !errors.Is(err, ErrCut) {
		return boctin.Page{}, err
	}
	page.URL = cmp.Or(page.URL, address(head.Get("Snapshot-Content-Location")), address(head.Get("Content-Location")))
	if when, err := mail.ParseDate(head.Get("Date")); err == nil {
		page.Fetched = when.In(time.UTC)
	}
	page.Format = boctin.FormatHTML
	return page, err
}

// find gives the root page of a part: the part itself, the one that start
// names, or the first that is HTML.
func find(head textproto.MIMEHeader, body io.Reader, depth int) (boctin.Page, error) {
	kind, params, err := mime.ParseMediaType(head.Get("Content-Type"))
	if err != nil {
		return boctin.Page{}, fmt.Errorf("web archive: Content-Type %q: %w", head.Get("Content-Type"), err)
	}
	switch {
	case isHTML(kind):
		return read(head, body)
	case !strings.HasPrefix(kind, "multipart/") || depth == deepest:
		return boctin.Page{}, ErrNoPage
	case params["boundary"] == "":
		return boctin.Page{}, errors.New("web archive: multipart without a boundary: save the page again")
	}
	return root(multipart.NewReader(body, params["boundary"]), params["start"], depth)
}

// root walks the parts. The one that start names wins over the first.
func root(parts *multipart.Reader, start string, depth int) (first boctin.Page, cut error) {
	found := false
	for {
		part, err := parts.NextRawPart()
		if err != nil {
			if found {
				return first, cut
			}
			if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
				err = ErrNoPage
			}
			return first, err
		}
		named := part.Header.Get("Content-Id") == start
		if found && !named {
			continue
		}
		page, err := find(part.Header, part, depth+1)
		if err != nil && !errors.Is(err, ErrCut) {
			continue // a picture, or a part without a type
		}
		if named || start == "" {
			return page, err
		}
		first, cut, found = page, err, true
	}
}

// read decodes an HTML part. One that does not decode up to its end, or has none, is cut
// short, unless the page itself has come to its end.
func read(head textproto.MIMEHeader, body io.Reader) (boctin.Page, error) {
	switch encoding := strings.ToLower(strings.TrimSpace(head.Get("Content-Transfer-Encoding"))); encoding {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	case "", "7bit", "8bit", "binary":
	default:
		return boctin.Page{}, fmt.Errorf("web archive: Content-Transfer-Encoding %q is not known: save the page again", encoding)
	}
	text, err := io.ReadAll(body)
	if err != nil && len(text) == 0 {
		return boctin.Page{}, fmt.Errorf("web archive: the HTML part does not decode: %w", err)
	}
	page := boctin.Page{URL: address(head.Get("Content-Location")), ContentType: head.Get("Content-Type"), Body: text}
	if err != nil && !bytes.HasSuffix(bytes.ToLower(bytes.TrimSpace(text)), []byte("</html>")) {
		return page, ErrCut
	}
	return page, nil
}

func isHTML(kind string) bool { return kind == "text/html" || kind == "application/xhtml+xml" }

// address keeps a location of the web: archives name parts by cid: and file: too.
func address(location string) string {
	location = strings.TrimSpace(location)
	if strings.HasPrefix(location, "http://") || strings.HasPrefix(location, "https://") {
		return location
	}
	return ""
}
