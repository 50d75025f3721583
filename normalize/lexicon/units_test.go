package lexicon

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

// TestUsualUnits holds that the units are in the form that is read fast: else the
// program starts a fifth slower.
func TestUsualUnits(t *testing.T) {
	data, err := embedded.ReadFile("places.units.toml")
	if err != nil {
		t.Fatal(err)
	}
	var fast, slow placesFile
	if !fast.usual(string(data)) {
		t.Fatal("places.units.toml is not in its usual form: run boctin check --write normalize")
	}
	if _, err := toml.Decode(string(data), &slow); err != nil || !reflect.DeepEqual(fast, slow) {
		t.Errorf("read otherwise than TOML is: %v", err)
	}
}

const someUnits = `# Two.
[[units]]
province = "Hà Nội"
wards = [
  "Ba Đình",
  "Láng",
]

[[units]]
province = "Cà Mau"
district = "Năm Căn"
type = "huyện"
# one
townships = [
  "Năm Căn",
]
communes = ["Đất Mới", "Hàng Vịnh"]
`

// TestUsualIsTOML holds what is read fast to what the decoder of TOML makes of it,
// over texts in which something is changed.
func TestUsualIsTOML(t *testing.T) {
	lines := strings.SplitAfter(someUnits, "\n")
	pieces := append(lines, `"`, `\`, "[", "]", "=", ",", "#", " ", "\n", "\t", "\r", "\x00", "\xff", "é", "'", "wards = [\n", "remove = true\n", "size = 1\n", "[[province]]\n", "[units]\n", "type = \"\"\n", `"",`+"\n", "wards = []\n", `wards = ["A"]`+"\n", ", ", `"]`)
	random := rand.New(rand.NewPCG(1, 2))
	read := 0
	for range 20000 {
		text := someUnits
		for range 1 + random.IntN(3) {
			at := random.IntN(len(text) + 1)
			if random.IntN(2) == 0 {
				at = strings.LastIndexByte(text[:at], '\n') + 1
			}
			cut := min(len(text), at+random.IntN(2)*random.IntN(12))
			text = text[:at] + pieces[random.IntN(len(pieces))] + text[cut:]
		}
		var fast, slow placesFile
		if !fast.usual(text) {
			continue
		}
		read++
		meta, err := toml.Decode(text, &slow)
		if err != nil || len(meta.Undecoded()) > 0 || !same(fast, slow) {
			t.Fatalf("%q is read as %+v, by TOML as %+v, %v", text, fast, slow, err)
		}
	}
	if read < 100 {
		t.Errorf("only %d of the texts were read", read)
	}
}

// same tells whether two files hold the same, an empty list being none.
func same(a, b placesFile) bool {
	for _, f := range []*placesFile{&a, &b} {
		for i := range f.Units {
			for _, key := range []string{"wards", "communes", "townships", "special_zones"} {
				if list := f.Units[i].list(key); len(*list) == 0 {
					*list = nil
				}
			}
		}
		if len(f.Units) == 0 {
			f.Units = nil
		}
	}
	return reflect.DeepEqual(a, b)
}
