package persons

import (
	"testing"

	spot "github.com/boctin/boctin/normalize/finding"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// TestPartsOfTheWords holds that some of the words answer what is asked of them as all do.
func TestPartsOfTheWords(t *testing.T) {
	lex, err := lexicon.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	all := builtIn()
	leaders := 0
	for _, l := range lex.Leaders {
		for _, name := range append([]string{l.Name}, append(l.Aliases, l.Short...)...) {
			known := all.Known(name)
			if got := ofLeaders().Known(name); got != known {
				t.Errorf("Known %s: %s, want %s", name, got, known)
			}
			if known != "" {
				leaders++
			}
		}
	}
	followed := 0
	follow := func(country, name string) {
		id := viet.CountryID(country, name)
		next, found := all.Successor(id, name)
		if got, is := ofSuccessor().Successor(id, name); got != next || is != found {
			t.Errorf("Successor %s: %v, want %v", id, got, next)
		}
		if found {
			followed++
		}
	}
	for _, a := range lex.Agencies {
		follow(a.Country, a.Name)
	}
	for i := range lex.Places {
		if p := (spot.Place{Type: lex.Places[i].Type, Name: lex.Places[i].Name}); lex.Places[i].Level == lexicon.ProvinceLevel {
			for _, name := range []string{"Công an " + p.Full(), "Tỉnh ủy " + p.Bare(), "Sở Y tế " + p.Full(), "Sở Giao thông vận tải " + p.Full()} {
				follow(lexicon.Home, name)
			}
		}
	}
	for _, text := range []string{"Ông Trần Phú phát biểu.", "Đường Trần Phú ngập.", "Trường THPT Trần Phú", "giải thưởng Trần Phú", "ông Trần Phú Quý"} {
		if got, want := ofStreets().Prints(text, "Trần Phú"), all.Prints(text, "Trần Phú"); got != want {
			t.Errorf("Prints %s: %v, want %v", text, got, want)
		}
	}
	if leaders == 0 || followed == 0 {
		t.Errorf("%d leaders, %d successors: nothing was compared", leaders, followed)
	}
}
