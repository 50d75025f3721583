package lexicon

import "fmt"

// HonorificKind says what a word before a name does to the person.
type HonorificKind string

// The kinds of honorific.
const (
	OfficeHonorific   HonorificKind = "office"   // makes an official of the person
	PoliteHonorific   HonorificKind = "polite"   // anybody may bear it
	AcademicHonorific HonorificKind = "academic" // a degree, passed over
	AccusedHonorific  HonorificKind = "accused"  // an official only by a post or rank
	PrivateHonorific  HonorificKind = "private"  // not an official by this mention
)

// Honorific is a word before a name that is neither a rank nor a post.
type Honorific struct {
	Name    string        `toml:"name"`
	Kind    HonorificKind `toml:"kind"`
	Aliases []string      `toml:"aliases"`
	Abroad  bool          `toml:"abroad"` // said of those who serve another state
	State   bool          `toml:"state"`  // the name of that state may follow
}

func readHonorifics(l *Lexicon, file, data string) []error {
	var in struct {
		Honorific []Honorific `toml:"honorific"`
	}
	faults := decode(file, data, &in)
	seen := phrases{file: file}
	for i, h := range in.Honorific {
		key := fmt.Sprintf("honorific[%d]", i)
		switch h.Kind {
		case OfficeHonorific, PoliteHonorific, AcademicHonorific, AccusedHonorific, PrivateHonorific:
		default:
			faults = append(faults, fmt.Errorf("%s: %s.kind: %q: write office, polite, academic, accused or private", file, key, h.Kind))
		}
		seen.add(key, h.Name, h.Aliases)
		l.Honorifics = put(l, l.Honorifics, h, "honorific", h.Name)
	}
	return append(faults, seen.faults...)
}
