package column

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/identity"
)

// Milliseconds reads a time as stored is written, or as much of it as is given.
func Milliseconds(stored string) int64 {
	const whole = "0001-01-01T00:00:00.000Z"
	if len(stored) < len(whole) {
		stored += whole[len(stored):]
	}
	t, err := time.Parse(time.RFC3339, stored)
	if err != nil {
		return 1 << 62
	}
	return t.UnixMilli()
}

// Optional is a list as JSON, or nil for none.
func Optional(l []string) any {
	if len(l) == 0 {
		return nil
	}
	return List(l)
}

// NumberOf counts in SQL what a column holds of places or posts.
func NumberOf(column string) string {
	return `CASE typeof(` + column + `) WHEN 'integer' THEN 1 ELSE json_array_length(` + column + `) END`
}

// ReadList reads a list as List and Optional write it.
func ReadList(raw string) (list []string) {
	if raw != "" && raw != "[]" {
		json.Unmarshal([]byte(raw), &list) // strings alone, which boctin wrote
	}
	return list
}

// Unless gives a value, or nil for one that is the same as what another column holds.
func Unless(same bool, value any) any {
	if same {
		return nil
	}
	return value
}

// Moment gives a time as it is told, or nil for none.
func Moment(m *boctin.Moment) any {
	if m == nil {
		return nil
	}
	return Null(m.Value)
}

// Day gives the day of a time of publication, in days of Unix, or nil.
func Day(m *boctin.Moment) any {
	if m == nil {
		return nil
	}
	return Days(identity.WholeDay(m.Value))
}

// Days gives a day, 2025-08-17, in days of Unix, or nil for what is none.
func Days(day string) any {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return nil
	}
	return t.Unix() / (24 * 60 * 60)
}

// Null gives a text, or nil for an empty one.
func Null(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// List writes texts as JSON.
func List(l []string) string {
	if len(l) == 0 {
		return "[]"
	}
	raw, _ := json.Marshal(l) // strings alone
	return string(raw)
}

// Numbers writes a JSON list.
func Numbers(list []int64) string {
	return strings.ReplaceAll(fmt.Sprint(list), " ", ",")
}
