package agency

import "strings"

// addFamilies tells which bodies one short form may point back to.
func (t *tables) addFamilies() {
	first := map[string]int32{}
	for i := range t.bodies {
		b := &t.bodies[i]
		if b.family = int32(i); len(b.Of) == 0 || b.slot != "" {
			continue
		}
		key := b.Country + b.head
		if _, known := first[key]; !known {
			first[key] = int32(i)
		}
		b.family = first[key]
	}
	for i := range t.bodies {
		b := &t.bodies[i]
		for _, word := range t.lex.Forms.Central {
			if head, found := strings.CutSuffix(b.head, " "+word); found && len(b.Of) == 0 && b.slot == "" {
				if unit, known := first[b.Country+head]; known {
					b.family, b.central = unit, true
				}
			}
		}
	}
}
