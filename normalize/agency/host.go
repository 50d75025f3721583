package agency

import (
	"strings"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// hostWords are what stands around a province's name in a host's, "" for nothing.
type hostWords struct{ before, behind []string }

// addHosts learns how host names write the provinces: hagiang.
func (t *words) addHosts() {
	t.around = hostWords{append([]string{""}, t.forms.Hosts.Before...), append([]string{""}, t.forms.Hosts.Behind...)}
	t.provinces = map[string]int32{}
	for i := range t.lex.Places {
		if p := &t.lex.Places[i]; p.Level == lexicon.ProvinceLevel {
			t.provinces[strings.ReplaceAll(viet.Slug(p.Name), "-", "")] = int32(i)
		}
	}
}

// hostProvince gives the province after which a host is named, -1 for none:
// tinhuy.sonla.gov.vn, baocamau.vn.
func (t *words) hostProvince(host string) int32 {
	for label := range strings.SplitSeq(strings.ToLower(host), ".") {
		for _, before := range t.around.before {
			if part, begins := strings.CutPrefix(label, before); begins {
				if province, known := t.namedAfter(part); known {
					return province
				}
			}
		}
	}
	return -1
}

// namedAfter gives the province that a part of a host's name is, but for a word behind it.
func (t *words) namedAfter(part string) (province int32, known bool) {
	for _, behind := range t.around.behind {
		if name, ends := strings.CutSuffix(part, behind); ends {
			if province, known = t.provinces[name]; known {
				return province, true
			}
		}
	}
	return -1, false
}
