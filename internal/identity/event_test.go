package identity

import (
	"slices"
	"testing"
)

func TestGroupEvents(t *testing.T) {
	met := func(day string, officials ...string) Happening {
		return Happening{Kind: "meeting", Day: day, Officials: officials, Agencies: []string{"vn/bo-cong-an"}}
	}
	list := []Happening{
		met("2025-08-17", "vn/a", "cn/b"),
		met("2025-08-17", "vn/a", "cn/b", "cn/c"),
		met("2025-08-17", "vn/a", "la/d"), // another guest of the same day
		met("2025-08-18", "vn/a", "cn/b"), // another day
		met("", "vn/a", "cn/b"),           // no day
		{Kind: "visit", Day: "2025-08-17", Officials: []string{"vn/a", "cn/b"}},
		{Kind: "meeting", Day: "2025-08-17", Agencies: []string{"vn/bo-cong-an"}}, // names no official
		{Kind: "meeting", Day: "2025-08-17", Agencies: []string{"vn/bo-cong-an", "cn/bo-cong-an"}},
		met("2025-08-17", "vn/a"), // one of them alone: at which table?
		{Kind: "visit", Day: "2025-08-17", Officials: []string{"cn/b"}},
	}
	want := []int{0, 0, 2, 3, 4, 5, 6, 6, 8, 5}
	for range 2 {
		var all []*Happening
		for i := range list {
			all = append(all, &list[i])
		}
		GroupEvents(all)
		var got []int
		for i := range list {
			got = append(got, list[i].Group)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%v, want %v", got, want)
		}
	}
}
