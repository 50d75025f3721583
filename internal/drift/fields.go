package drift

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"slices"
	"strings"

	"github.com/boctin/boctin"
)

// Fields are the fields of a record that are compared, in the order of a digest.
var Fields = []string{"title", "body", "authors", "published", "dates", "agencies", "officials", "events"}

// Digest is a short digest of a text, and of each field of the record that is read of it, "-"
// of one that is empty, or refused alone.
type Digest string

// digestLetters is the length of one digest: 24 bits.
const digestLetters = 4

// refused stands for the fields of a page from which nothing is read.
const refused = "refused"

// Refused gives the digest of a text from which nothing is read.
func Refused(text []byte) Digest { return Digest(sum(text) + " " + refused) }

// Of gives the digest of a text and its record.
func Of(text []byte, r *boctin.Record) Digest {
	parts := []string{sum(text)}
	for _, v := range []any{r.Title, r.Body, r.Authors, r.Published, r.Dates, r.Agencies, r.Officials, r.Events} {
		parts = append(parts, short(v))
	}
	return Digest(strings.Join(parts, " "))
}

func sum(data []byte) string {
	all := sha256.Sum256(data)
	return base64.RawURLEncoding.EncodeToString(all[:])[:digestLetters]
}

func short(v any) string {
	data, err := json.Marshal(v)
	switch {
	case err != nil:
		return "?"
	case string(data) == `""`, string(data) == "null":
		return "-"
	}
	return sum(data)
}

// given leaves out of the digest of an article that was given what nothing was read of.
func (d Digest) given() Digest {
	parts := strings.Fields(string(d))
	for i := range givenFields {
		parts[1+i] = "-"
	}
	return Digest(strings.Join(parts, " "))
}

// givenFields is how many of Fields, the first, stand in a list as they are.
const givenFields = 3

// Knows tells whether another digest is of the same text.
func (d Digest) Knows(other Digest) bool {
	a, _, _ := strings.Cut(string(d), " ")
	b, _, _ := strings.Cut(string(other), " ")
	return a == b
}

// Changed gives the names of the fields in which two digests of a text differ.
func (d Digest) Changed(old Digest) []string {
	a, b := strings.Fields(string(d))[1:], strings.Fields(string(old))[1:]
	if len(a) != len(Fields) || len(b) != len(Fields) {
		if slices.Equal(a, b) {
			return nil
		}
		return []string{"whether it is read at all"}
	}
	var names []string
	for i, name := range Fields {
		if a[i] != b[i] {
			names = append(names, name)
		}
	}
	return names
}
