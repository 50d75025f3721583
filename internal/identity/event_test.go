package identity

import (
	"slices"
	"testing"
)

func TestGroupEvents(t *testing.T) {
	met := func(day string, officials ...string) Happening {
		return Happening{Kind: "meeting", Day: day, Officials: officials, Agencies: []string{"vn/bo-cong-an"}}
	}
	chaired := func(day, by, name string) Happening {
		return Happening{Kind: "conference", Day: day, Officials: []string{by}, Name: name}
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
		chaired("2025-08-17", "vn/a", "Hội nghị toàn quốc về chuyển đổi xanh"),
		chaired("2025-08-17", "vn/a", "cuộc họp về quy hoạch điện"), // another of the same day
		chaired("2025-08-17", "vn/a", "hội nghị về chuyển đổi xanh"),
		chaired("2025-08-17", "vn/a", ""), // which of the two?
		chaired("2025-08-17", "vn/d", ""),
		chaired("2025-08-17", "vn/d", "Hội nghị toàn quốc về chuyển đổi xanh"), // the only one of his
	}
	want := []int{0, 0, 2, 3, 4, 5, 6, 6, 8, 5, 10, 11, 10, 13, 14, 14}
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
