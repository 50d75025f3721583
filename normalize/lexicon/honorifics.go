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

// Sex is that of a person.
type Sex string

// The sexes, as honorifics tell them.
const (
	Female Sex = "female"
	Male   Sex = "male"
)

// Honorific is a word before a name that is neither a rank nor a post.
type Honorific struct {
	Name    string        `toml:"name"`
	Kind    HonorificKind `toml:"kind"`
	Aliases []string      `toml:"aliases"`
	Sex     Sex           `toml:"sex"`      // of those who alone bear it, "" if anybody does
	Abroad  bool          `toml:"abroad"`   // said of those who serve another state
	State   bool          `toml:"state"`    // the name of that state may follow
	OfState bool          `toml:"of_state"` // it follows, or the name of a leader whom everybody knows
	Remove  bool          `toml:"remove"`   // an overlay takes out the honorific of this name
}

// honorificsFile is a file of honorifics.
type honorificsFile struct {
	Honorific []Honorific `toml:"honorific"`
}

func readHonorifics(l *Lexicon, file string, in *honorificsFile) []error {
	var faults []error
	seen := phrases{file: file}
	for i, h := range in.Honorific {
		key := fmt.Sprintf("honorific[%d]", i)
		if err := l.takeHonorific(&h, key, &seen); err != nil {
			faults = append(faults, fmt.Errorf("%s: %s.%w", file, key, err))
		}
	}
	return append(faults, seen.faults...)
}

// takeHonorific adds, replaces or removes a word.
func (l *Lexicon) takeHonorific(h *Honorific, key string, seen *phrases) (err error) {
	if h.Remove {
		l.Honorifics, err = without(l, l.Honorifics, "honorific", h.Name)
		return err
	}
	if h.Sex != "" && h.Sex != Female && h.Sex != Male {
		return fmt.Errorf("sex: unknown sex %q: write female or male, or leave it out", h.Sex)
	}
	switch h.Kind {
	case OfficeHonorific, PoliteHonorific, AcademicHonorific, AccusedHonorific, PrivateHonorific:
	default:
		return fmt.Errorf("kind: unknown kind %q: write office, polite, academic, accused or private", h.Kind)
	}
	seen.add(key, h.Name, h.Aliases)
	l.Honorifics = put(l, l.Honorifics, *h, "honorific", h.Name)
	return nil
}
