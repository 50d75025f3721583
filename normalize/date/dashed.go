package date

import (
	"github.com/boctin/boctin/normalize/edtf"
	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

// dashes tells whether a long dash touches the figures on both sides of token i.
func (x tokens) dashes(i int) bool {
	return x.Is(i, reading.Dash) && !x.Is(i, reading.Hyphen) && i+1 < len(x.Tokens) && x.Tokens[i].Gap == viet.Joined && x.Tokens[i+1].Gap == viet.Joined
}

// dashedDay reads the month of ngày 20–7 at token i, and a year behind a second dash; but not ngày 5–7/6, nor a score.
func (s *scan) dashedDay(head, day, i int, p *partial) int {
	month, i := s.figure(i, 2)
	said := edtf.Point{Month: month, Day: day, Unit: edtf.Day}
	if !s.is(head, wDay) && !s.follows(head+1, wEvidence) && !s.follows(head+1, wPart) || !said.Possible() {
		return fail
	}
	p.day, p.month, p.style = day, month, '-'
	if s.dashes(i) {
		year, next := s.yearNumber(i + 1)
		p.year = year
		return next
	}
	if _, next := s.separator(i); next != fail && s.Is(next, reading.Figures) || s.is(i, wMonth) || s.glued(i) {
		return fail
	}
	return i
}
