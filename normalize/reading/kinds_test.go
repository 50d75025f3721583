package reading

import "testing"

// TestFrom holds the kinds from one on to asking for each.
func TestFrom(t *testing.T) {
	set := KindsOf(0, 3, 13, 63, 64, 77, 127, 128, 140, 191, 200, 255)
	for first := range Kind(mostKinds) {
		low, high := set.From(first)
		bits := [2]uint64{low, high}
		for k := range Kind(128) {
			want := first+k < mostKinds && set.has(first+k)
			if got := bits[k>>6]&(1<<(k&63)) != 0; got != want {
				t.Fatalf("kind %d from %d: %v", first+k, first, got)
			}
		}
	}
}
