package chart

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"
)

func TestDay(t *testing.T) {
	for value, want := range map[string]string{
		"2025-08-17": "2025-08-17 2025-08-18", "2025-08-17T15:30+07:00": "2025-08-17 2025-08-18", "2025-02": "2025-02-01 2025-03-01", "2025": "2025-01-01 2026-01-01",
		"2024-33": "2024-01-01 2024-04-01", "2024-36": "2024-10-01 2025-01-01", "193X": "1930-01-01 1940-01-01", "1945-08-19/2025-08-19": "1945-08-19 2025-08-20",
		"2025~": "2025-01-01 2026-01-01", "XXXX-01-13": "", "": "", "chưa rõ": "", "2025-12": "2025-12-01 2026-01-01",
	} {
		got := ""
		if first, end, ok := Day(value); ok {
			got = date(first) + " " + date(end)
		}
		if got != want {
			t.Errorf("%s: %q, want %q", value, got, want)
		}
	}
}

func date(day float64) string {
	return time.Unix(int64(day*86400), 0).UTC().Format(time.DateOnly)
}

// TestTimeline holds that nothing lies outside of the picture, that ticks are few, and
// that what overlaps in time lies in lanes of its own.
func TestTimeline(t *testing.T) {
	for _, last := range []string{"2020-01-20", "2020-09-01", "2023-01-01", "2060-01-01", "1000"} {
		rows := []Row{{"Chức vụ", []Span{{Label: "Bộ trưởng Bộ Công an", From: "2020-01-02", To: "2020-06-01"}, {Label: "Ủy viên", From: "2020-02-01", To: last}, {Label: "không rõ", From: "XXXX"}}},
			{"không có gì", nil}}
		p := NewTimeline(rows, 900)
		if len(p.Bars) != 2 || len(p.Labels) != 1 || len(p.Ticks) == 0 || len(p.Ticks) > mostTicks {
			t.Fatalf("%s: %d bars, %d rows, %d ticks", last, len(p.Bars), len(p.Labels), len(p.Ticks))
		}
		for _, b := range p.Bars {
			if b.X < 0 || b.X+b.W > p.Width+minBar || b.Y < 0 || b.Y+BarHigh > p.Height || b.W < minBar || b.LabelX < 0 || b.LabelX > p.Width {
				t.Errorf("%s: %+v lies outside of %v by %v", last, b, p.Width, p.Height)
			}
		}
		if p.Bars[0].Y == p.Bars[1].Y && last != "1000" {
			t.Errorf("%s: what overlaps lies in one lane", last)
		}
	}
	if NewTimeline([]Row{{"a", []Span{{From: "XXXX-01-02"}}}}, 900) != nil {
		t.Error("a time line of nothing")
	}
}

// TestNetwork holds that all stand in the picture, apart, and the same every time.
func TestNetwork(t *testing.T) {
	net := func(n int) *Network {
		w := &Network{Width: 900, Height: 600}
		for i := range n {
			w.Knots = append(w.Knots, Knot{ID: fmt.Sprint(i), Name: strings.Repeat("ư", i%30)})
			if i > 0 {
				w.Ties = append(w.Ties, Tie{A: i / 3, B: i, Weight: 1 + i%4})
			}
		}
		w.Place()
		return w
	}
	for _, n := range []int{1, 2, 3, 40, 120} {
		a, b := net(n), net(n)
		if fmt.Sprint(a) != fmt.Sprint(b) {
			t.Errorf("%d: two pictures of one network", n)
		}
		for i, k := range a.Knots {
			if half := letter * float64(i%30) / 2; k.X < half || k.X > a.Width-half || k.Below+descent > a.Height {
				t.Errorf("%d: the name of %+v is cut off", n, k)
			}
			if k.X < edge/2 || k.X > a.Width-edge/2 || k.Y < 0 || k.Below > a.Height || k.R < minKnot {
				t.Errorf("%d: %+v stands outside", n, k)
			}
			for _, o := range a.Knots[:i] {
				if k.X == o.X && k.Y == o.Y {
					t.Errorf("%d: two stand at one place", n)
				}
			}
		}
	}
}

// TestHubs holds that a few whom all the others met do not throw the picture onto one line: where
// somebody stands across says next to nothing of where he stands down.
func TestHubs(t *testing.T) {
	for _, n := range []int{16, 36, 80, 120} {
		w := &Network{Width: 960, Height: 640, Knots: make([]Knot, n)}
		for i := 3; i < n; i++ {
			w.Ties = append(w.Ties, Tie{A: 0, B: i, Weight: 1 + i%4})
			for hub, each := range []int{2, 5} {
				if i%each == 0 {
					w.Ties = append(w.Ties, Tie{A: 1 + hub, B: i, Weight: 2})
				}
			}
		}
		w.Place()
		if r := alongLine(w.Knots); math.Abs(r) > 0.4 {
			t.Errorf("%d: on a line by %.2f", n, r)
		}
	}
}

// descent is how far letters reach below the line of a name.
const descent = 4

// alongLine is the correlation of the coordinates.
func alongLine(knots []Knot) float64 {
	var x, y, xx, yy, xy float64
	for _, k := range knots {
		x, y, xx, yy, xy = x+k.X, y+k.Y, xx+k.X*k.X, yy+k.Y*k.Y, xy+k.X*k.Y
	}
	n := float64(len(knots))
	return (n*xy - x*y) / math.Sqrt((n*xx-x*x)*(n*yy-y*y))
}

func BenchmarkNetwork(b *testing.B) {
	for b.Loop() {
		w := &Network{Width: 900, Height: 600}
		for i := range 120 {
			w.Knots = append(w.Knots, Knot{})
			for j := range min(i, 8) {
				w.Ties = append(w.Ties, Tie{A: (i * 7 * j) % (i + 1), B: i, Weight: 1})
			}
		}
		w.Place()
	}
}
