package officials

import (
	"fmt"
	"time"
)

// Day is a day, or a month or year, that posts are asked for.
type Day string

// ParseDay reads a day as 2025-08-17, a month as 2025-08, a year as 2025.
func ParseDay(s string) (Day, error) {
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		if _, err := time.Parse(layout, s); err == nil {
			return Day(s), nil
		}
	}
	return "", fmt.Errorf("%q is no day: write it as 2025-08-17, 2025-08 or 2025", s)
}

// After tells whether the day, or its end, is at or after a time of publication.
func (d Day) After(published string) bool {
	return published[:min(len(published), len(d))] <= string(d)
}

// Before tells whether the day, or its beginning, is at or before it.
func (d Day) Before(published string) bool { return string(d) <= published+"~" }
