package agency

import (
	"slices"
	"strings"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// addHosts learns how host names write the provinces: hagiang.
func (t *words) addHosts() {
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
		for name, province := range t.provinces {
			before, behind, found := strings.Cut(label, name)
			if found && isHostWord(t.forms.Hosts.Before, before) && isHostWord(t.forms.Hosts.Behind, behind) {
				return province
			}
		}
	}
	return -1
}

func isHostWord(known []string, word string) bool { return word == "" || slices.Contains(known, word) }
