package date

import (
	"strings"
	"time"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/edtf"
	"github.com/boctin/boctin/normalize/viet"
)

// relative reads "3 giờ trước", "hôm qua" against the time of fetching.
func (r stampReader) relative(text string) string {
	if r.fetched.IsZero() {
		return ""
	}
	if v := r.namedDay(text); v != "" {
		return v
	}
	fields := strings.Fields(strings.ToLower(text))
	for i, f := range fields {
		if f == "trước" && i >= 2 {
			return r.ago(fields[i-2], fields[i-1])
		}
	}
	return ""
}

// namedDay reads "Hôm nay, 10:20" and "Hôm qua".
func (r stampReader) namedDay(text string) string {
	head, rest, ok := strings.Cut(strings.ToLower(text), "hôm ")
	back := 0
	switch {
	case !ok || len(head) > stampBytes:
		return ""
	case strings.HasPrefix(rest, "qua"):
		back = 1
	case !strings.HasPrefix(rest, "nay"):
		return ""
	}
	p := stampParser{t: viet.Tokens(text)}
	p.c.hour = edtf.NoHour
	p.c.year, p.c.month, p.c.day = (dayOf(r.fetched) - edtf.Serial(back)).Civil()
	return p.readClock().String()
}

func dayOf(t time.Time) edtf.Serial {
	t = t.In(vietnam)
	return edtf.SerialOf(t.Year(), int(t.Month()), t.Day())
}

func (r stampReader) ago(count, of string) string {
	n := leading(count, 4)
	at := r.fetched.In(vietnam)
	switch of {
	case "giây", "phút":
		unit := time.Minute
		if of == "giây" {
			unit = time.Second
		}
		return edtf.At(at.Add(-time.Duration(n) * unit)).String()
	case "giờ", "tiếng":
		return edtf.DayPoint(dayOf(at.Add(-time.Duration(n) * time.Hour))).String()
	case "ngày":
		return edtf.DayPoint(dayOf(at) - edtf.Serial(n)).String()
	case "tuần":
		return edtf.DayPoint(dayOf(at) - edtf.Serial(7*n)).String()
	}
	return ""
}

// datelineBytes is how far into the text a dateline may reach.
const datelineBytes = 120

// dateline reads the date that heads the text and is no part of a sentence:
// "(TTXVN, 5/3/2026) -", "Hà Nội, ngày 5 tháng 3 năm 2026".
func dateline(body string) *boctin.Moment {
	head, _, _ := strings.Cut(body, "\n")
	if rest, ok := strings.CutPrefix(head, "("); ok {
		if inside, _, closed := strings.Cut(rest, ")"); closed && len(inside) <= datelineBytes {
			return datelineMoment(inside)
		}
	}
	place, rest, ok := strings.Cut(head, ",")
	rest = strings.TrimSpace(rest)
	switch {
	case !ok, len(head) > datelineBytes, len(place) > datelineBytes/3, !strings.HasPrefix(strings.ToLower(rest), "ngày "):
		return nil
	}
	return datelineMoment(rest)
}

func datelineMoment(text string) *boctin.Moment {
	value := stampDate(text, true)
	if len(value) < len(time.DateOnly) {
		return nil
	}
	return &boctin.Moment{Value: value, Text: text, From: boctin.FromText}
}
