package edtf_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/boctin/boctin/normalize/edtf"
)

func Example() {
	v, err := edtf.Parse("2024-33")
	if err != nil {
		fmt.Println(err)
		return
	}
	first, last, _ := v.Days()
	fmt.Println(edtf.DayPoint(first), edtf.DayPoint(last))
	// Output: 2024-01-01 2024-03-31
}

func ExampleParse() {
	for _, s := range []string{"2025-08-17T15:30+07:00", "1945-08-19/2025-08-19", "XXXX-01-13", "193X", "2023-02-29"} {
		v, err := edtf.Parse(s)
		fmt.Println(v, v.Interval, err)
	}
	// Output:
	// 2025-08-17T15:30+07:00 false <nil>
	// 1945-08-19/2025-08-19 true <nil>
	// XXXX-01-13 false <nil>
	// 193X false <nil>
	//  false "2023-02-29": the calendar has no such date
}

func ExampleCompare() {
	var list []edtf.Value
	for _, s := range []string{"2025", "XXXX-05-01", "2025-08-17", "2025-08-17T09:00+07:00", "2025-08"} {
		v, _ := edtf.Parse(s)
		list = append(list, v)
	}
	slices.SortFunc(list, edtf.Compare)
	fmt.Println(list)
	// Output: [2025 2025-08 2025-08-17 2025-08-17T09:00+07:00 XXXX-05-01]
}

func ExampleValue_Overlaps() {
	week, _ := edtf.Parse("2025-08-11/2025-08-17")
	month, _ := edtf.Parse("2025-08")
	fmt.Println(month.Overlaps(week))
	// Output: true
}

func TestParse(t *testing.T) {
	for value, want := range map[string]bool{
		"2024": true, "2024-02": true, "2024-02-29": true, "2023-02-29": false, "2024-13": false, "2024-20": false, "2024-21": true,
		"2024-41": true, "2024-42": false, "193X": true, "19XX": true, "1XXX": false, "XXXX": true, "XXXX-02-29": true, "XXXX-02-30": false, "XXXX-05": true,
		"193X-05": false, "2024-02-29~": true, "2024?": true, "2024%": true, "2024-02-29T24:00": false, "2024-02-29T23:59:59Z": true,
		"2024-02-29T23:60": false, "2024-02-29T08:00+07:00": true, "2024-02-29T08:00+15:00": false, "2024-02-29T08:00+07:60": false, "2024-02-29T23:59:60Z": false, "hôm qua/2024": false, "2024-04-31": false, "2000-02-29": true, "1900-02-29": false, "XXXX-02-29T08:00": false,
		"2024/2025": true, "../2025": true, "2024/..": true, "../..": false, "2024/": false, "": false, "/": false, "02024": false, "24-1-1": false,
		"2024-02-29T08": false, "2024-1": false, "0000": false, "2024/2025/2026": false, "hôm qua": false,
	} {
		if _, err := edtf.Parse(value); (err == nil) != want {
			t.Errorf("Parse(%q): %v", value, err)
		}
	}
}

// TestDays holds what span a value covers, by the calendar of package time.
func TestDays(t *testing.T) {
	for value, want := range map[string]string{
		"2024-02": "2024-02-01 2024-02-29", "2024": "2024-01-01 2024-12-31", "193X": "1930-01-01 1939-12-31", "19XX": "1900-01-01 1999-12-31",
		"2023-34": "2023-04-01 2023-06-30", "2023-21": "2023-02-01 2023-04-30", "2023-24": "2023-11-01 2024-01-31", "2023-40": "2023-01-01 2023-06-30", "2023-39": "2023-09-01 2023-12-31",
		"2023-12-30/2024-01": "2023-12-30 2024-01-31", "XXXX-05-01": "", "2024/..": "",
	} {
		v, err := edtf.Parse(value)
		if err != nil {
			t.Fatal(err)
		}
		first, last, ok := v.Days()
		got := ""
		if ok {
			got = edtf.DayPoint(first).String() + " " + edtf.DayPoint(last).String()
		}
		if got != want {
			t.Errorf("%s covers %s, want %s", value, got, want)
		}
	}
	for day := edtf.SerialOf(1, 1, 1); day < edtf.SerialOf(3000, 1, 1); day += 97 {
		at := time.Unix(int64(day)*86400, 0).UTC()
		if y, m, d := day.Civil(); y != at.Year() || m != int(at.Month()) || d != at.Day() || day.Weekday() != int(at.Weekday()) || edtf.SerialOf(y, m, d) != day {
			t.Fatalf("day %d: %d-%d-%d, weekday %d; want %s", day, y, m, d, day.Weekday(), at)
		}
	}
}

func TestParts(t *testing.T) {
	for value, want := range map[string]string{ // Month, ISO, WithoutClock and Time
		"2025-08-17T15:30+07:00": "2025-08 2025-08-17T15:30+07:00 2025-08-17 2025-08-17T08:30:00Z",
		"2025-08-17T15:30:01Z":   "2025-08 2025-08-17T15:30:01Z 2025-08-17 2025-08-17T15:30:01Z",
		"2025-08-17":             "2025-08 2025-08-17 2025-08-17 2025-08-16T17:00:00Z",
		"2025-08":                "2025-08 2025-08 2025-08 -", "2025": "- 2025 2025 -", "2025-08~": "- - 2025-08~ -", "2025-33": "- - 2025-33 -",
		"XXXX-08-17": "- - XXXX-08-17 -", "193X": "- - 193X -",
		"2024-01-02T08:00+07:00/2024-01-03T09:00+07:00": "2024-01 - 2024-01-02/2024-01-03 2024-01-02T01:00:00Z",
	} {
		v, err := edtf.Parse(value)
		if err != nil {
			t.Fatal(err)
		}
		at := ""
		if when, ok := v.Time(); ok {
			at = when.UTC().Format(time.RFC3339)
		}
		got := ""
		for _, s := range []string{v.Month(), v.ISO(), edtf.WithoutClock(value), at} {
			if s == "" {
				s = "-"
			}
			got += " " + s
		}
		if got[1:] != want {
			t.Errorf("%s:%s, want %s", value, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"2024-02-29", "2024-01-01T08:00:30+07:00/..", "19XX", "XXXX-05", "2024-33%", "0000", "000X-01"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, err := edtf.Parse(s)
		if err != nil {
			return
		}
		again, err := edtf.Parse(v.String())
		if err != nil || again.String() != v.String() || edtf.Compare(v, again) != 0 {
			t.Fatalf("%q is written %q and read again as %q: %v", s, v, again, err)
		}
		if first, last, ok := v.Days(); ok && !v.Interval && first > last {
			t.Fatalf("%q begins after it ends", s)
		}
	})
}
