package identity

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// slowGroups is GroupEvents as its comment says it: whatever two are one are joined,
// until none are left.
func slowGroups(all []*Happening) {
	for i, h := range all {
		h.Group = i
	}
	for changed := true; changed; {
		changed = false
		for i, a := range all {
			for _, b := range all[:i] {
				if a.Kind == b.Kind && a.Day == b.Day && a.Day != "" && a.Group != b.Group && a.one(b) {
					a.Group, b.Group = min(a.Group, b.Group), min(a.Group, b.Group)
					changed = true
				}
			}
		}
	}
}

// chance makes n events of few kinds and days with few who take part.
func chance(n int, of uint64) (all []*Happening) {
	r := rand.New(rand.NewPCG(of, 1))
	some := func(of string) (list []string) {
		for range r.IntN(4) {
			if who := fmt.Sprint(of, r.IntN(12)); !slices.Contains(list, who) {
				list = append(list, who)
			}
		}
		return list
	}
	for range n {
		all = append(all, &Happening{Kind: []string{"meeting", "visit", "arrest"}[r.IntN(3)], Day: []string{"", "2025-08-17", "2025-08-18"}[r.IntN(3)],
			Officials: some("vn/o"), Agencies: some("vn/a")})
	}
	return all
}

// TestGroupsAreThoseOfEveryPair holds the groups to those that comparing every two gives.
func TestGroupsAreThoseOfEveryPair(t *testing.T) {
	for of := range uint64(60) {
		fast, slow := chance(80, of), chance(80, of)
		GroupEvents(fast)
		slowGroups(slow)
		for i := range fast {
			if fast[i].Group != slow[i].Group {
				t.Fatalf("chance %d, event %d %+v: group %d, want %d", of, i, fast[i], fast[i].Group, slow[i].Group)
			}
		}
	}
}

// BenchmarkGroupEvents tells what the events of one kind on one day cost: 10,000 of
// 2,000 sets of officials.
func BenchmarkGroupEvents(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	var all []*Happening
	for range 10_000 {
		n := r.IntN(2000)
		all = append(all, &Happening{Kind: "meeting", Day: "2025-08-17", Officials: []string{fmt.Sprint("vn/a", n%300), fmt.Sprint("vn/b", n)}})
	}
	for b.Loop() {
		GroupEvents(all)
	}
}
