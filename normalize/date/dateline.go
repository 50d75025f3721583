package date

import (
	"strings"
	"time"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/edtf"
)

// relative reads "3 giờ trước", "hôm qua" against the time of fetching.
func (r stampReader) relative(line string) string {
	if r.fetched.IsZero() {
		return ""
	}
	p := r.words.stamp(line)
	for i := range p.Tokens {
		if back, n := p.find(i, wRelativeDay, 0); n > 0 && back <= 0 && p.Tokens[i].Start < stampBytes {
			p.c.year, p.c.month, p.c.day = (dayOf(r.fetched) + edtf.Serial(back)).Civil()
			return p.rest().String()
		}
		if p.is(i, wAgo) {
			return r.ago(p, i)
		}
	}
	return ""
}

func dayOf(t time.Time) edtf.Serial {
	t = t.In(vietnam)
	return edtf.SerialOf(t.Year(), int(t.Month()), t.Day())
}

// ago reads the "3 giờ" of which the "trước" is token i.
func (r stampReader) ago(p *stampParser, i int) string {
	n, next := p.numeral(i-2, 4, 0, 9999)
	at, unit := r.fetched.In(vietnam), i-1
	switch {
	case next != unit:
	case p.is(unit, wSecond):
		return edtf.At(at.Add(-time.Duration(n) * time.Second)).String()
	case p.is(unit, wMinute):
		return edtf.At(at.Add(-time.Duration(n) * time.Minute)).String()
	case p.is(unit, wHour, wHourCount):
		return edtf.DayPoint(dayOf(at.Add(-time.Duration(n) * time.Hour))).String()
	case p.is(unit, wDay):
		return edtf.DayPoint(dayOf(at) - edtf.Serial(n)).String()
	case p.is(unit, wWeek):
		return edtf.DayPoint(dayOf(at) - edtf.Serial(7*n)).String()
	}
	return ""
}

// datelineBytes is how far into the text a dateline may reach.
const datelineBytes = 120

// dateline reads the date that heads the text and is no part of a sentence:
// "(TTXVN, 5/3/2026) -", "Hà Nội, ngày 5 tháng 3 năm 2026", alone or before a dash.
func (w words) dateline(body string) *boctin.Moment {
	head, _, _ := strings.Cut(body, "\n")
	if rest, ok := strings.CutPrefix(head, "("); ok {
		if inside, _, _ := strings.Cut(rest, ")"); len(inside) <= datelineBytes {
			return w.stamp(inside).dateline(inside)
		}
	}
	for _, dash := range []string{" - ", " – ", " — "} { // Hà Nội, ngày 5/3/2026 - Sáng nay, …
		if before, _, found := strings.Cut(head, dash); found && len(strings.TrimRight(before, "0123456789"))+len("2026") == len(before) {
			head = before
		}
	}
	place, rest, _ := strings.Cut(head, ",")
	if len(head) > datelineBytes || len(place) > datelineBytes/3 {
		return nil
	}
	rest = strings.TrimSpace(rest)
	p := w.stamp(rest)
	if !p.is(0, wDay) {
		return nil
	}
	return p.dateline(rest)
}

// dateline gives the moment of a dateline, which is text.
func (p *stampParser) dateline(text string) *boctin.Moment {
	value := p.date(true)
	if len(value) < len(time.DateOnly) {
		return nil
	}
	return &boctin.Moment{Value: value, Text: text, From: boctin.FromText}
}
