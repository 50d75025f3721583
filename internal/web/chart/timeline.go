package chart

import (
	"cmp"
	"math"
	"slices"
)

// Span is something that lasts, from one date in EDTF to another.
type Span struct {
	Label, Title string
	Class        string // how it looks: bar, former, event
	From, To     string
}

// Row is a line of a time line, with all that stands on it.
type Row struct {
	Label string
	Spans []Span
}

// Bar is a span as it is drawn.
type Bar struct {
	X, Y, W float64
	Class   string
	Title   string
	Label   string // as much of it as there is room for
	Anchor  string // start or end, of the label
	LabelX  float64
}

// Label is the name of a row.
type Label struct {
	Y    float64
	Text string
}

// Timeline is a picture of rows over time.
type Timeline struct {
	Width, Height float64
	Ticks         []Tick
	Labels        []Label
	Bars          []Bar
	AxisY         float64
}

// Measures of a time line, in units of the picture.
const (
	margin   = 8.0
	rowHead  = 18.0 // the name of a row
	laneHigh = 26.0 // a bar with its label above it
	BarHigh  = 9.0  // thickness of a bar
	axisHigh = 22.0
	letter   = 6.6 // width of a letter of a label, on average
	minBar   = 4.0
)

// NewTimeline lays out rows; spans without a day are left out, and rows without spans.
// It is nil where nothing is left.
func NewTimeline(rows []Row, width float64) *Timeline {
	first, end := math.Inf(1), math.Inf(-1)
	var drawn []Row
	for _, r := range rows {
		r.Spans = slices.DeleteFunc(slices.Clone(r.Spans), func(s Span) bool { _, _, ok := days(&s); return !ok })
		for i := range r.Spans {
			from, to, _ := days(&r.Spans[i])
			first, end = min(first, from), max(end, to)
		}
		if len(r.Spans) > 0 {
			drawn = append(drawn, r)
		}
	}
	if len(drawn) == 0 {
		return nil
	}
	axis := NewAxis(first, end, margin, width-margin)
	t := &Timeline{Width: width, Ticks: axis.Ticks, Height: axisHigh}
	for _, r := range drawn {
		t.add(r, axis)
	}
	t.AxisY = t.Height
	t.Height += margin
	return t
}

// days gives the days of a span; one that has an end alone is that long.
func days(s *Span) (first, end float64, ok bool) {
	first, end, ok = Day(cmp.Or(s.From, s.To))
	if _, last, known := Day(s.To); ok && known {
		end = max(end, last)
	}
	return first, end, ok
}

// add draws a row: spans that would cover one another, or one another's labels, lie
// in lanes of their own.
func (t *Timeline) add(r Row, axis *Axis) {
	if r.Label != "" {
		t.Labels = append(t.Labels, Label{t.Height + rowHead - 5, r.Label})
		t.Height += rowHead
	}
	slices.SortStableFunc(r.Spans, func(a, b Span) int {
		x, _, _ := days(&a)
		y, _, _ := days(&b)
		return cmp.Compare(x, y)
	})
	var lanes []float64 // how far each is taken
	for i := range r.Spans {
		bar, from, to := bar(&r.Spans[i], axis)
		lane := slices.IndexFunc(lanes, func(end float64) bool { return end <= from })
		if lane < 0 {
			lane = len(lanes)
			lanes = append(lanes, 0)
		}
		lanes[lane] = to + 8
		bar.Y = t.Height + float64(lane)*laneHigh + laneHigh - BarHigh - 3
		t.Bars = append(t.Bars, bar)
	}
	t.Height += float64(len(lanes)) * laneHigh
}

// bar draws one span, and tells the room that it takes with its label.
func bar(s *Span, axis *Axis) (b Bar, from, to float64) {
	first, end, _ := days(s)
	b = Bar{X: axis.X(first), Class: s.Class, Title: s.Title, Anchor: "start"}
	b.W = round(max(axis.X(end)-b.X, minBar))
	wide := float64(len([]rune(s.Label))) * letter
	b.LabelX, from, to = b.X, b.X, max(b.X+b.W, b.X+wide)
	if to > axis.To && s.Label != "" {
		b.Anchor, b.LabelX = "end", min(b.X+b.W, axis.To)
		wide = min(wide, b.LabelX-axis.From)
		from, to = min(b.X, b.LabelX-wide), b.X+b.W
	}
	b.Label = shortened(s.Label, int(max(wide, b.W)/letter+0.5))
	return b, from, to
}

// shortened cuts a text to so many code points.
func shortened(s string, most int) string {
	r := []rune(s)
	if len(r) <= most || most < 2 {
		return s
	}
	return string(r[:most-1]) + "…"
}
