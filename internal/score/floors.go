package score

import (
	"fmt"
	"maps"
	"math"
	"os"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
)

// Floors holds the least value of each figure, by set and name.
type Floors map[string]map[string]float64

// ReadFloors reads a file of floors: a table a set, a line a figure.
func ReadFloors(file string) (Floors, error) {
	floors := Floors{}
	if _, err := toml.DecodeFile(file, &floors); err != nil {
		return nil, fmt.Errorf("%s: %w; want a table a set with lines such as dates = 0.95", file, err)
	}
	return floors, nil
}

// round keeps three decimals, cut off and not rounded up.
func round(v float64) float64 { return math.Floor(v*1000+1e-6) / 1000 }

// Fallen names each figure of the results that lies under its floor, and each
// floor of a scored set that no figure answers to.
func (f Floors) Fallen(results []Result) []string {
	var faults []string
	for _, r := range results {
		got := map[string]float64{}
		for _, figure := range r.Figures {
			got[figure.Name] = round(figure.Value())
		}
		for _, name := range slices.Sorted(maps.Keys(f[r.Name])) {
			v, ok := got[name]
			switch floor := f[r.Name][name]; {
			case !ok:
				faults = append(faults, fmt.Sprintf("%s: the floor %s has no figure of that name", r.Name, name))
			case v < floor:
				faults = append(faults, fmt.Sprintf("%s: %s fell to %.3f, its floor is %.3f", r.Name, name, v, floor))
			}
		}
	}
	return faults
}

// Raise lifts every floor to the figure that was reached; none goes down.
func (f Floors) Raise(results []Result) {
	for _, r := range results {
		if f[r.Name] == nil {
			f[r.Name] = map[string]float64{}
		}
		for _, figure := range r.Figures {
			f[r.Name][figure.Name] = max(f[r.Name][figure.Name], round(figure.Value()))
		}
	}
}

// Write writes the floors in a fixed order.
func (f Floors) Write(file string) error {
	var b strings.Builder
	b.WriteString("# No score may fall under these (F1 or share, cut to three decimals).\n# They only go up: `make floors` lifts them to what was reached.\n")
	for _, set := range slices.Sorted(maps.Keys(f)) {
		fmt.Fprintf(&b, "\n[%s]\n", set)
		for _, name := range slices.Sorted(maps.Keys(f[set])) {
			fmt.Fprintf(&b, "%s = %.3f\n", name, f[set][name])
		}
	}
	return os.WriteFile(file, []byte(b.String()), 0o644)
}
