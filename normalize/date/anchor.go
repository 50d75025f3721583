package date

import (
	"github.com/boctin/boctin/normalize/edtf"
	"github.com/boctin/boctin/normalize/finding"
	"github.com/boctin/boctin/normalize/reading"
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

func (a anchor) reason() finding.Reason {
	return finding.Reason{Rule: anchorNames[a.kind], Entry: reading.Entry{Key: a.at.String()}}
}
