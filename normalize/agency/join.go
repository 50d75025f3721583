package agency

import (
	"github.com/boctin/boctin/normalize/finding"
	"github.com/boctin/boctin/normalize/lexicon"
)

// joinPlaces gives a place that is written without its province the one province
// that the article writes behind the same name: phường Long Bình, tỉnh Đồng Nai.
func (a *article) joinPlaces() {
	type name struct{ typ, name string }
	told := map[name]int32{}
	each := func(visit func(d *node, n name)) {
		for _, d := range a.nodes {
			for o := d; o != nil; o = o.owner {
				if p := &o.place; below(p) {
					visit(o, name{p.Type, p.Name})
				}
			}
		}
	}
	each(func(d *node, n name) {
		if !d.told {
			return
		}
		if before, known := told[n]; known && before != d.place.Province {
			told[n] = -1
			return
		}
		told[n] = d.place.Province
	})
	each(func(d *node, n name) {
		if province, known := told[n]; known && province >= 0 && !d.told {
			d.place.Province = province
		}
	})
}

// below tells whether a place lies in a province.
func below(p *finding.Place) bool { return p.Level > lexicon.ProvinceLevel }
