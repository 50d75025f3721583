package date

import (
	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/edtf"
)

// anchorKind says what a value leans on.
type anchorKind int

// The zero kind leans on nothing: the value is as written.
const (
	asWritten anchorKind = iota
	fromDocument
	namedBefore
	yearBefore // in the same sentence
	fromLunar  // converted from the lunar calendar
	noAnchor   // there is no document date: the year stays open
)

var anchorNames = [...]string{"date/as-written", "date/from-document-date", "date/from-date-before", "date/year-before", "date/lunar", "date/no-anchor"}

// anchor is what a value was told from.
type anchor struct {
	kind anchorKind
	at   edtf.Point
}

func (a anchor) reason() boctin.Reason {
	r := boctin.Reason{Rule: anchorNames[a.kind]}
	if a.at.Unit != edtf.None {
		r.Key = a.at.String()
	}
	return r
}

// documentAnchor is the document date as an anchor.
func (s *scan) documentAnchor() anchor { return anchor{fromDocument, s.doc} }
