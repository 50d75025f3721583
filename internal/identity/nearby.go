package identity

import (
	"maps"
	"slices"
	"strings"
)

// nearby lists for each group those that may be the same person by their names.
type nearby struct {
	keys  map[string][]int
	of_   [][]string
	other map[string][]string // the keys that stand for names related to that of a key
}

// neighbours finds groups of one name: all of a block of a Vietnamese name, those
// whose names are related of a block of foreigners. However many groups bear them, two
// names are compared once.
func neighbours(groups []*group) *nearby {
	n := &nearby{keys: map[string][]int{}, of_: make([][]string, len(groups)), other: map[string][]string{}}
	heads := map[string]*name{}
	for i, g := range groups {
		n.of_[i] = g.nameKeys()
		for _, k := range n.of_[i] {
			n.keys[k] = append(n.keys[k], i)
		}
		if !g.ours {
			heads[g.nameKey()] = &g.head
		}
	}
	n.relate(heads)
	n.relateAloud(heads)
	return n
}

// relate finds the names that are related, among those that share a first or last word
// by its sound.
func (n *nearby) relate(heads map[string]*name) {
	sounding := map[string][]string{}
	for _, k := range slices.Sorted(maps.Keys(heads)) {
		seen := map[string]bool{}
		for _, sound := range heads[k].ends() {
			n.among(heads, k, sounding[sound], seen)
			sounding[sound] = append(sounding[sound], k)
		}
	}
}

// relateAloud finds the names that others read aloud, among those whose first or last word
// has its first consonants where theirs has.
func (n *nearby) relateAloud(heads map[string]*name) {
	spoken := map[string][]string{}
	var aloud []string
	for _, k := range slices.Sorted(maps.Keys(heads)) {
		if heads[k].aloud {
			aloud = append(aloud, k)
			continue
		}
		for _, key := range heads[k].spoken() {
			spoken[key] = append(spoken[key], k)
		}
	}
	for _, k := range aloud {
		seen := map[string]bool{}
		for _, key := range heads[k].spoken() {
			n.among(heads, k, spoken[key], seen)
		}
	}
}

// among notes to which of some names one is related, but for those that were seen.
func (n *nearby) among(heads map[string]*name, k string, others []string, seen map[string]bool) {
	for _, o := range others {
		if !seen[o] && relate(heads[k], heads[o]) != unrelated {
			n.other[k], n.other[o] = append(n.other[k], o), append(n.other[o], k)
		}
		seen[o] = true
	}
}

func (g *group) nameKeys() []string {
	keys := []string{g.nameKey()}
	if g.leader != nil {
		keys = append(keys, "leader "+g.leader.Country+g.leader.Name)
	}
	for _, side := range g.sides {
		judgement, _, _ := strings.Cut(side, ".")
		keys = append(keys, "judgement "+judgement)
	}
	return keys
}

func (g *group) nameKey() string {
	if g.ours || len(g.head.sounds) == 0 {
		return "="
	}
	return "name " + g.head.written
}

// ends are the first and the last word of a name by their sound.
func (n *name) ends() []string {
	if len(n.sounds) == 0 {
		return nil
	}
	keys := []string{n.sounds[0], n.sounds[len(n.sounds)-1]}
	if len(keys[0]) == 1 {
		keys[0] = n.tokens[0]
	}
	return slices.Compact(keys)
}

func (n *nearby) of(i int) []int {
	var all []int
	for _, k := range n.of_[i] {
		all = append(all, n.keys[k]...)
		for _, o := range n.other[k] {
			all = append(all, n.keys[o]...)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// merge gives i the keys of j too.
func (n *nearby) merge(i, j int) {
	for _, k := range n.of_[j] {
		if !slices.Contains(n.of_[i], k) {
			n.of_[i] = append(n.of_[i], k)
			n.keys[k] = append(n.keys[k], i)
		}
	}
}
