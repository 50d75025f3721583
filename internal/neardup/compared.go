package neardup

// Which sketches are compared. Of articles made after one template most pairs share a
// key or two; of one report, those of few papers share rare keys, and those of many
// papers several. As with banded MinHash, what is frequent alone says nothing: so the
// comparisons of a text stay as few in a large corpus as in a small one.
const (
	// Crowd is how many wordings may carry a key before it says nothing: no
	// story is printed in so many, but boilerplate is.
	Crowd = 100

	// Few is how many may carry a key that is enough alone.
	Few = 16

	leastShared = 3 // keys that two share, where more than a few carry each
)

// Shared is what two sketches have in common by their keys.
type Shared struct {
	few  bool
	keys int
}

// Add takes down a key that both have, and how many wordings carry it.
func (s *Shared) Add(carriers int) {
	switch {
	case carriers <= Few:
		s.few = true
	case carriers <= Crowd:
		s.keys++
	}
}

// Compared tells whether the two are to be compared.
func (s Shared) Compared() bool { return s.few || s.keys >= leastShared }
