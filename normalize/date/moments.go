package date

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/edtf"
)

// Moments resolves the times of publication and change from what the page,
// its metadata, its URL and its text print; nil where nothing says so. What
// the page prints goes before metadata, because that is often in another zone.
func (f *Finder) Moments(a *boctin.Article) (published, modified *boctin.Moment) {
	r := stampReader{words: f.words, fetched: fetchedAt(a.Source.Fetched), values: map[boctin.Stamp]string{}}
	stamps := r.ordered(withURL(a), a.Body)
	published = r.first(stamps, false)
	modified = r.first(stamps, true)
	if modified != nil && (published == nil || published.From == boctin.FromURL) {
		published = modified
	}
	if modified != nil && *modified == *published {
		modified = nil
	}
	if published == nil {
		published = r.words.dateline(a.Body)
	}
	if published == nil {
		published = r.of(stamps, boctin.FromFlag, false)
	}
	return published, modified
}

// trust lists the origins that are stamps of the page itself, the best first.
var trust = []boctin.Origin{boctin.FromPage, boctin.FromMetadata, boctin.FromURL, boctin.FromText}

func withURL(a *boctin.Article) []boctin.Stamp {
	stamps := append([]boctin.Stamp(nil), a.Stamps...)
	if a.URL != "" {
		stamps = append(stamps, boctin.Stamp{Text: a.URL, From: boctin.FromURL})
	}
	return stamps
}

func fetchedAt(rfc3339 string) time.Time {
	if rfc3339 == "" {
		return time.Time{}
	}
	t, _ := time.Parse(time.RFC3339, rfc3339)
	return t
}

// stampReader reads stamps; fetched anchors "3 giờ trước".
type stampReader struct {
	words   words
	fetched time.Time
	values  map[boctin.Stamp]string // of those that were read: each is asked for a few times
}

// first gives the moment of the most trusted origin; where that is coarser than
// a day, a day of it that another origin tells.
func (r stampReader) first(stamps []boctin.Stamp, modified bool) (best *boctin.Moment) {
	for _, from := range trust {
		m := r.of(stamps, from, modified)
		switch {
		case m == nil:
		case best == nil, strings.HasPrefix(m.Value, best.Value):
			best = m
		}
		if best != nil && len(best.Value) >= len(time.DateOnly) {
			return best
		}
	}
	return best
}

// read gives the readable stamps of an origin in order, those that are a line
// of their own first: in a long one the date may belong to another article.
func (r stampReader) read(stamps []boctin.Stamp, from boctin.Origin, modified bool) []boctin.Moment {
	var own, long []boctin.Moment
	for _, s := range stamps {
		if s.From != from || s.Modified != modified {
			continue
		}
		value := r.value(s)
		switch m := (boctin.Moment{Value: value, Text: s.Text, From: from}); {
		case value == "":
		case len(s.Text) > stampBytes:
			long = append(long, m)
		default:
			own = append(own, m)
		}
	}
	return append(own, long...)
}

// stampBytes is the length of a line that holds little but its date.
const stampBytes = 70

// of gives the best stamp of an origin. A page may print more than one, such
// as today's date in its head: the day that metadata or URL agree with wins,
// then the first stamp with a time, then the first.
func (r stampReader) of(stamps []boctin.Stamp, from boctin.Origin, modified bool) *boctin.Moment {
	read := r.read(stamps, from, modified)
	if len(read) == 0 {
		return nil
	}
	best := day(read[0].Value)
	if from == boctin.FromPage {
		best = r.agreedDay(stamps, read, modified)
	}
	return timed(read, best)
}

func (r stampReader) agreedDay(stamps []boctin.Stamp, read []boctin.Moment, modified bool) string {
	for _, other := range []boctin.Origin{boctin.FromMetadata, boctin.FromURL} {
		for _, o := range r.read(stamps, other, modified) {
			for _, m := range read {
				if strings.HasPrefix(day(m.Value), day(o.Value)) {
					return day(m.Value)
				}
			}
		}
	}
	for _, m := range read {
		if strings.Contains(m.Value, "T") && len(m.Text) <= stampBytes {
			return day(m.Value)
		}
	}
	return day(read[0].Value)
}

// timed gives the first moment of the day that has a time, else the first.
func timed(read []boctin.Moment, of string) *boctin.Moment {
	var best *boctin.Moment
	for i := range read {
		if m := &read[i]; day(m.Value) == of && (best == nil || len(m.Value) > len(best.Value)) {
			best = m
		}
	}
	return best
}

// day cuts a value to its day.
func day(value string) string {
	day, _, _ := strings.Cut(value, "T")
	return day
}

func (r stampReader) value(s boctin.Stamp) string {
	value, known := r.values[s]
	if !known {
		value = r.valueOf(s)
		r.values[s] = value
	}
	return value
}

func (r stampReader) valueOf(s boctin.Stamp) string {
	if s.From == boctin.FromURL {
		return urlDate(s.Text)
	}
	if value := rfc3339(s.Text); value != "" {
		return value
	}
	if value := epoch(s.Text); value != "" {
		return value
	}
	if s.MonthFirst {
		s.Text = dayFirst(s.Text)
	}
	if value := r.words.stampDate(s.Text, s.From != boctin.FromMetadata); value != "" {
		return value
	}
	return r.relative(s.Text)
}

// monthDay finds mm/dd/yyyy.
var monthDay = regexp.MustCompile(`\b(\d{1,2})([-/.])(\d{1,2})([-/.](?:19|20)?\d\d)\b`)

// dayFirst turns the month and the day of a date about.
func dayFirst(s string) string { return monthDay.ReplaceAllString(s, "$3$2$1$4") }

// vietnam is the zone of a stamp that names none.
var vietnam = time.FixedZone("+07:00", 7*60*60)

// plausible tells whether a time can be that of a page on the Web.
func plausible(t time.Time) bool { return webYears.has(t.Year()) }

// epoch reads Unix time in seconds or milliseconds.
func epoch(text string) string {
	text = strings.TrimSpace(text)
	if len(text) != 10 && len(text) != 13 || !allDigits(text) {
		return ""
	}
	if t := time.Unix(int64(digitsOf(text[:10])), 0).In(vietnam); plausible(t) {
		return edtf.At(t).String()
	}
	return ""
}

// rfc3339 reads what nearly all metadata have: 2026-03-07T08:36:00+07:00.
func rfc3339(text string) string {
	t, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return ""
	}
	_, offset := t.Zone()
	c := clockTime{year: t.Year(), month: int(t.Month()), day: t.Day(), hour: t.Hour(), minute: t.Minute(), offset: offset, zoned: true}
	if !c.sane() {
		return ""
	}
	return c.String()
}

// clockTime is what a stamp says: month 0 unknown, hour noHour if none.
type clockTime struct {
	year, month, day int
	hour, minute     int
	offset           int // seconds east of UTC
	zoned            bool
}

func (c clockTime) String() string {
	p := edtf.Point{Year: c.year, Month: c.month, Day: c.day, Unit: edtf.Day, Hour: c.hour, Minute: c.minute}
	switch {
	case c.day == 0:
		p.Unit = edtf.Month
	case c.hour == edtf.NoHour || !c.zoned:
	case c.offset == 0: // the clock of a machine, not of the page
		p.Zone = "Z"
		at, _ := p.Time()
		p = edtf.At(at.In(vietnam))
	default:
		p.Zone = time.Unix(0, 0).In(time.FixedZone("", c.offset)).Format("-07:00")
	}
	return p.String()
}

// stampDate reads a stamp of publication; dayFirst is the order of d/m/y where
// both could be (a page prints 9/5/2026 for 9 May, American software for 5
// September).
func (w words) stampDate(text string, dayFirst bool) string {
	if value := w.stamp(text).date(dayFirst); value != "" {
		return value
	}
	if plain := ordinal.ReplaceAllString(text, "$1"); plain != text {
		return w.stamp(plain).date(dayFirst)
	}
	return ""
}

// ordinal finds the ending that software in English writes behind a day: Tháng Mười 17th, 2026.
var ordinal = regexp.MustCompile(`\b(\d{1,2})(?:st|nd|rd|th)\b`)

// date is stampDate of what was read.
func (p *stampParser) date(dayFirst bool) string {
	p.dayFirst = dayFirst
	c, ok := p.moment()
	if !ok {
		return ""
	}
	return c.String()
}

// urlDate reads the date in a URL: /2012/12/24/, /20121224…/, …-20160314083511309.htm.
func urlDate(url string) string {
	best := ""
	for i := 0; i < len(url); i++ {
		from := i
		for i < len(url) && isDigit(url[i]) {
			i++
		}
		if from == i {
			continue
		}
		if v := digitsDate(url[from:i], url[i:]); len(v) > len(best) {
			best = v
		}
	}
	return best
}

// digitsDate reads a run of digits of a URL and what follows it.
func digitsDate(run, rest string) string {
	switch {
	case len(run) == 4:
		return pathDate(run, rest)
	case len(run) == 6:
		return monthSegment(run, rest)
	case len(run) == 8 || len(run) >= 14:
		v := compactDate(run[:8])
		if v == "" && len(run) >= 17 {
			return channelDate(run[3:15])
		}
		return v
	}
	return ""
}

// monthSegment reads 202403 as a folder of a path.
func monthSegment(run, rest string) string {
	c := clockTime{hour: edtf.NoHour, year: digitsOf(run[:4]), month: digitsOf(run[4:])}
	if !strings.HasPrefix(rest, "/") || !pathYears.has(c.year) || !c.sane() {
		return ""
	}
	return c.String()
}

func compactDate(s string) string {
	c := clockTime{hour: edtf.NoHour}
	_, _ = fmt.Sscanf(s, "%4d%2d%2d", &c.year, &c.month, &c.day)
	if !urlYears.has(c.year) || !c.sane() {
		return ""
	}
	return c.String()
}

// channelDate reads the number of a page in VCCorp's system: three digits of
// the channel, then yymmddhhmmss and a fraction.
func channelDate(s string) string {
	var c clockTime
	var second int
	_, _ = fmt.Sscanf(s, "%2d%2d%2d%2d%2d%2d", &c.year, &c.month, &c.day, &c.hour, &c.minute, &second)
	if second > 59 {
		return ""
	}
	c.year += urlYears.low
	if !c.sane() {
		return ""
	}
	c.hour = edtf.NoHour
	return c.String()
}

// pathDate reads 2012/12/24 or 2012/12 as folders of a path.
func pathDate(year, rest string) string {
	c := clockTime{hour: edtf.NoHour}
	c.year, _ = strconv.Atoi(year)
	if len(rest) < 3 || rest[0] != '/' && rest[0] != '-' {
		return ""
	}
	sign := rest[:1]
	parts := strings.SplitN(rest[1:], sign, 3)
	c.month = leading(parts[0])
	if len(parts) > 1 {
		c.day = leading(parts[1])
	}
	if c.day == 0 && (sign == "-" || len(parts) < 2) {
		return ""
	}
	if c.sane() {
		return c.String()
	}
	if c.day = 0; sign == "/" && c.sane() {
		return c.String()
	}
	return ""
}

var leadingDigits = regexp.MustCompile(`^([0-9]{1,4})([^a-z0-9]|$)`)

// leading reads a number that starts s and that no letter follows; 0 if there is none.
func leading(s string) int {
	run := leadingDigits.FindStringSubmatch(s)
	if run == nil {
		return 0
	}
	return digitsOf(run[1])
}

// sane tells whether it is a day (or month) of the age of the Web.
func (c clockTime) sane() bool {
	p := edtf.Point{Year: c.year, Month: c.month, Day: c.day, Unit: edtf.Day}
	if c.day == 0 {
		p.Unit = edtf.Month
	}
	return webYears.has(c.year) && p.Possible() && c.hour <= 23 && c.minute <= 59
}
