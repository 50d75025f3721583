package boctin

import "time"

// Format is the kind of an input document.
type Format string

// The kinds of input a Page may be.
const (
	FormatHTML Format = "html"
	FormatText Format = "text"
)

// Page is one document as it was saved: bytes and what is known of their
// origin. A Page is read-only once built.
type Page struct {
	URL         string    // as requested or as the container says; empty if unknown
	Path        string    // file the bytes came from, "-" for standard input
	Record      string    // WARC-Record-ID or the name of the member of a container
	Offset      int64     // bytes from the start of the container
	Format      Format    // empty: to be sniffed
	ContentType string    // Content-Type of the HTTP response, if there was one
	Fetched     time.Time // zero if unknown
	Body        []byte
}
