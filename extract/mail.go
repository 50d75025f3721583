package extract

import (
	"bytes"
	"strings"

	"github.com/boctin/boctin/extract/lines"
)

// The head of a mail that was saved as a page: From: A <a@b.vn>, Sent: …, Subject: X.

// longestMailHead is how many blocks down a page the head of a mail ends.
const longestMailHead = 20

// subject finds the line of a mail's head that gives its subject, -1 if there is none.
func (r titleFinder) subject() int {
	for i := range min(len(r.Blocks), longestMailHead) {
		if r.afterSubject(i) != "" {
			return i
		}
	}
	return -1
}

// afterSubject is what stands behind "Subject:" near a line with an address, "" for any other
// block.
func (r titleFinder) afterSubject(i int) string {
	if bytes.IndexByte(r.Bytes(i), ':') < 0 {
		return ""
	}
	label, rest, _ := strings.Cut(r.Line(i), ":")
	if !r.Known.MailSubject.Is(lines.Fold(label)) {
		return ""
	}
	for j := max(0, i-mailReach); j < min(len(r.Blocks), i+mailReach+1); j++ {
		if bytes.IndexByte(r.Bytes(j), '@') >= 0 && lines.IsMailLine(r.Known.Words, r.Line(j)) {
			return strings.TrimSpace(rest)
		}
	}
	return ""
}

// mailReach is how many lines of a mail's head stand before or behind its subject.
const mailReach = 5
