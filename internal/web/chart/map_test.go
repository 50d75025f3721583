package chart

import "testing"

// TestMap holds that places lie as on a map, the largest circle comes first, and names
// do not stand on one another.
func TestMap(t *testing.T) {
	north, south := Place{"Bắc", 22, 104}, Place{"Nam", 9, 105}
	near := Place{"Cạnh Bắc", 22.1, 104.3}
	m := NewMap([]Place{north, south, near}, []Spot{{north, 1, ""}, {south, 16, "/x"}, {near, 4, ""}})
	if len(m.Dots) != 3 || len(m.Circles) != 3 || m.Circles[0].Name != "Nam" || m.Circles[0].R != largest || m.Circles[1].R != largest/2 {
		t.Fatalf("%+v", m)
	}
	nam, beside, bac := m.Circles[0], m.Circles[1], m.Circles[2]
	if nam.Y <= bac.Y || nam.X <= bac.X || nam.Y > m.Height || nam.X > m.Width {
		t.Errorf("not as on a map: %+v %+v", nam, bac)
	}
	if !nam.Label || !beside.Label || bac.Label {
		t.Errorf("names: %+v", m.Circles)
	}
	if NewMap(nil, []Spot{{north, 1, ""}}) != nil || NewMap([]Place{north}, nil) != nil {
		t.Error("a map of nothing")
	}
	one := NewMap([]Place{north}, []Spot{{north, 1, ""}})
	if one.Width <= 0 || one.Height <= 0 {
		t.Errorf("%+v", one)
	}
}
