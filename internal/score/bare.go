package score

import (
	_ "embed"
	"strings"
)

//go:embed states.txt
var statesFile string

// bare adds to the folded names of a foreign agency those without the state at
// their end: the canonical name leaves the country out.
func bare(names set, country string) set {
	if country == "" || country == "VN" || country == "INT" {
		return names
	}
	out := set{}
	for name := range names {
		out[name] = true
		for state := range strings.Lines(statesFile) {
			if short, ok := strings.CutSuffix(name, " "+fold(state)); ok {
				out[short] = true
			}
		}
	}
	return out
}
