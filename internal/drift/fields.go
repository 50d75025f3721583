package drift

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"strings"

	"github.com/boctin/boctin"
)

// Fields are the fields of a record that are compared, in the order of a digest.
var Fields = []string{"title", "body", "authors", "published", "dates", "agencies", "officials", "events"}

// Digest is a short digest of each field of a record, "-" of one that is empty.
type Digest string

// digestLetters is the length of a field's digest: 24 bits.
const digestLetters = 4

// Of gives the digest of a record.
func Of(r *boctin.Record) Digest {
	parts := make([]string, len(Fields))
	for i, v := range []any{r.Title, r.Body, r.Authors, r.Published, r.Dates, r.Agencies, r.Officials, r.Events} {
		parts[i] = short(v)
	}
	return Digest(strings.Join(parts, " "))
}

func short(v any) string {
	data, err := json.Marshal(v)
	switch {
	case err != nil:
		return "?"
	case string(data) == `""`, string(data) == "null":
		return "-"
	}
	sum := sha256.Sum256(data)
	return base64.RawURLEncoding.EncodeToString(sum[:])[:digestLetters]
}

// given leaves out of the digest of an article that was given what nothing was read of.
func (d Digest) given() Digest {
	parts := strings.Fields(string(d))
	for i := range givenFields {
		parts[i] = "-"
	}
	return Digest(strings.Join(parts, " "))
}

// givenFields is how many of Fields, the first, stand in a list as they are.
const givenFields = 3

// Refused is the digest of a page from which nothing is read.
const Refused Digest = "refused"

// Changed gives the names of the fields in which two digests differ.
func (d Digest) Changed(old Digest) []string {
	a, b := strings.Fields(string(d)), strings.Fields(string(old))
	if len(a) != len(Fields) || len(b) != len(Fields) {
		if d == old {
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
