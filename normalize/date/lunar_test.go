package date

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/boctin/boctin/normalize/edtf"
)

// newYears are the first days of lunar years as the press announced them.
var newYears = []string{
	"1968-01-29", "1975-02-11", "1985-01-21", "2000-02-05", "2005-02-09", "2006-01-29", "2007-02-17", "2008-02-07",
	"2009-01-26", "2010-02-14", "2011-02-03", "2012-01-23", "2013-02-10", "2014-01-31", "2015-02-19", "2016-02-08",
	"2017-01-28", "2018-02-16", "2019-02-05", "2020-01-25", "2021-02-12", "2022-02-01", "2023-01-22", "2024-02-10",
	"2025-01-29", "2026-02-17", "2030-02-02",
}

func TestLunarNewYears(t *testing.T) {
	for _, want := range newYears {
		var year int
		fmt.Sscanf(want, "%d", &year)
		s, ok := lunarDay{year: year, month: 1, day: 1}.solar()
		if got := edtf.DayPoint(s).String(); !ok || got != want {
			t.Errorf("lunar new year %d: %s, want %s", year, got, want)
		}
	}
}

func TestNoSuchLunarDay(t *testing.T) {
	for _, l := range []lunarDay{{2024, 13, 1, false}, {2024, 1, 31, false}, {2024, 5, 1, true}, {1800, 1, 1, false}, {2025, 12, 30, false}, {2025, 0, 1, false}, {2025, 1, 0, false}} {
		if s, ok := l.solar(); ok {
			t.Errorf("%+v gives %s", l, edtf.DayPoint(s))
		}
	}
}

// TestLastDayOfLunarYear holds that 30 Tết is the last day of any year, and of no other month.
func TestLastDayOfLunarYear(t *testing.T) {
	for month, want := range map[int]bool{12: true, 5: false} { // both have 29 days
		if s, ok := solarOf(2025, month, 30); ok != want {
			t.Errorf("day 30 of month %d: %s %v", month, edtf.DayPoint(s), ok)
		}
	}
}

// TestLunarOracle checks the calendar against published pairs of days, both
// ways, and every day of 1900-2100 against itself.
func TestLunarOracle(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(shared(t), "data", "lunar-solar.tsv"))
	if err != nil {
		t.Skip(err)
	}
	n := 0
	for _, line := range strings.Split(string(data), "\n") {
		var d, m, y, leap int
		var l lunarDay
		if k, _ := fmt.Sscanf(line, "%d %d %d %d %d %d %d", &d, &m, &y, &l.day, &l.month, &l.year, &leap); k != 7 {
			continue
		}
		n++
		l.leap = leap == 1
		s := edtf.SerialOf(y, m, d)
		if got := lunarOf(s); got != l {
			t.Errorf("%s: lunar %+v, want %+v", edtf.DayPoint(s), got, l)
		}
		if got, ok := l.solar(); !ok || got != s {
			t.Errorf("%+v: %s %v, want %s", l, edtf.DayPoint(got), ok, edtf.DayPoint(s))
		}
	}
	if n < 5000 {
		t.Errorf("only %d pairs read", n)
	}
}

func TestLunarRoundTrip(t *testing.T) {
	if testing.Short() {
		t.Skip("walks 200 years of days")
	}
	for s := edtf.SerialOf(1901, 1, 1); s < edtf.SerialOf(2100, 1, 1); s += 3 {
		if got, ok := lunarOf(s).solar(); !ok || got != s {
			t.Fatalf("%s: %+v gives %s %v", edtf.DayPoint(s), lunarOf(s), edtf.DayPoint(got), ok)
		}
	}
}

// shared finds the folder of measuring data beside the repository.
func shared(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != "/"; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "shared", "LABELS.md")); err == nil {
			return filepath.Join(dir, "shared")
		}
	}
	t.Skip("no ../shared: the measuring data is not here")
	return ""
}
