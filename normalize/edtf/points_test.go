package edtf_test

import (
	"testing"

	"github.com/boctin/boctin/normalize/edtf"
)

func value(t *testing.T, s string) edtf.Value {
	t.Helper()
	v, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	if v.String() != s {
		t.Errorf("%s is written %s", s, v)
	}
	return v
}

func TestOrder(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"2024", "2025", -1}, {"2024", "2024-01", -1}, {"2024-01-01T08:00+07:00", "2024-01-01", 1}, {"2024-05", "XXXX-05", -1},
		{"XXXX-05", "2024-05", 1}, {"XXXX-04", "XXXX-05", -1}, {"XXXX-05", "XXXX-05", 0}, {"2024-01/2024-03", "2024-33", 0}, {"../2024", "2023", 1},
		{"2024-21", "2024-02", -1}, {"2024-40", "2024", 1}, {"193X", "1930", -1}, {"19XX", "1900", -1}, {"2024-01-01", "2024-01-01T00:00+07:00", 0},
	} {
		if got := edtf.Compare(value(t, c.a), value(t, c.b)); got != c.want {
			t.Errorf("%s and %s: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

func TestOverlaps(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"2024-05", "2024-05-31", true}, {"2024-05", "2024-06-01", false}, {"2024-06-01", "2024-05", false}, {"2024-05/2024-07", "2024-06", true},
		{"XXXX-05", "2024-05", false}, {"2024-05", "XXXX-05", false}, {"XXXX-05", "XXXX-05", false}, {"../2024", "2023", false}, {"1960/2030", "XXXX-05", false},
	} {
		if got := value(t, c.a).Overlaps(value(t, c.b)); got != c.want {
			t.Errorf("%s and %s: %v", c.a, c.b, got)
		}
	}
}

// TestPlain holds which values are plain ISO 8601, and the months they begin in.
func TestPlain(t *testing.T) {
	for s, want := range map[string][2]string{
		"2024": {"2024", ""}, "2024-05": {"2024-05", "2024-05"}, "2024-05-06": {"2024-05-06", "2024-05"}, "2024-05-06T08:00+07:00": {"2024-05-06T08:00+07:00", "2024-05"},
		"2024-05-06?": {"", ""}, "2024-05-06~": {"", ""}, "2024-33": {"", ""}, "2024/2025": {"", ""}, "2024-05/2024-06": {"", "2024-05"}, "XXXX-05": {"", ""}, "193X": {"", ""},
		"2024-05%": {"", ""}, "2024-05-06T08:00:30Z": {"2024-05-06T08:00:30Z", "2024-05"},
	} {
		v := value(t, s)
		if got := [2]string{v.ISO(), v.Month()}; got != want {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
}

func TestMiddle(t *testing.T) {
	for s, want := range map[string]string{
		"2024": "2024-07-01", "2024-05": "2024-05-15", "2024-05-06": "2024-05-06", "2024-33": "2024-02-15", "2024-36": "2024-11-15",
		"2024-40": "2024-04-15", "2024-41": "2024-10-15", "2024-37": "2024-03-15", "2024-21": "2024-03-15", "2024-24": "2024-12-15",
	} {
		if got := edtf.DayPoint(value(t, s).From.Middle()).String(); got != want {
			t.Errorf("%s: %s, want %s", s, got, want)
		}
	}
}

func TestTime(t *testing.T) {
	for s, want := range map[string]string{
		"2024-05-06": "2024-05-06T00:00:00+07:00", "2024-05-06T08:09:10+07:00": "2024-05-06T08:09:10+07:00", "2024-05-06T08:00Z": "2024-05-06T08:00:00Z", "2024-05-06T08:00-03:30": "2024-05-06T08:00:00-03:30",
		"2024-05": "", "XXXX-05-06": "", "2024-05-06?": "2024-05-06T00:00:00+07:00",
	} {
		at, ok := value(t, s).Time()
		if got := at.Format("2006-01-02T15:04:05Z07:00"); ok != (want != "") || ok && got != want {
			t.Errorf("%s: %s %v, want %s", s, got, ok, want)
		}
	}
	if p := (edtf.Point{Year: 2024, Month: 5, Day: 6, Hour: 8, Unit: edtf.Day}); p.String() != "2024-05-06T08:00+07:00" {
		t.Errorf("without a zone: %s", p)
	}
}

// TestPossible holds which points the calendar has, and that the others cover no day.
func TestPossible(t *testing.T) {
	for p, want := range map[edtf.Point]bool{
		{Year: 2024, Month: 2, Day: 29, Unit: edtf.Day}: true, {Year: 2023, Month: 2, Day: 29, Unit: edtf.Day}: false, {Year: 2024, Month: 2, Unit: edtf.Day}: false,
		{Year: 2024, Day: 5, Unit: edtf.Day}: false, {Year: 2024, Month: 13, Day: 5, Unit: edtf.Day}: false, {Year: 2024, Unit: edtf.Month}: false,
		{Year: -1, Unit: edtf.Year}: false, {Year: 10000, Unit: edtf.Year}: false, {Year: 2024, Unit: edtf.Year}: true, {Year: 2024}: false,
	} {
		if p.Possible() != want {
			t.Errorf("%+v: %v", p, !want)
		}
		if _, _, ok := p.Days(); ok != want {
			t.Errorf("%+v covers days: %v", p, ok)
		}
	}
}

// TestWritten holds that only a known day is written with its hour.
func TestWritten(t *testing.T) {
	for want, p := range map[string]edtf.Point{
		"2024": {Year: 2024, Unit: edtf.Year}, "XXXX-05-06": {Month: 5, Day: 6, Hour: 8, Unit: edtf.Day},
	} {
		if got := p.String(); got != want {
			t.Errorf("%+v: %s, want %s", p, got, want)
		}
	}
}

func TestWithoutClock(t *testing.T) {
	for s, want := range map[string]string{"2024-05-06T08:00+07:00/2024-05-07T08:00Z": "2024-05-06/2024-05-07", "2024": "2024", "": "", "x": "x"} {
		if got := edtf.WithoutClock(s); got != want {
			t.Errorf("%s: %s", s, got)
		}
	}
}
