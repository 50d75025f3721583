package agency

import (
	"github.com/boctin/boctin/normalize/viet"
)

// madeAt makes a name by form: a head such as Bộ or Cục and what it is for.
func (r *reader) madeAt(i, depth int) *node {
	head, n := r.heads.Longest(r.x, i)
	if n == 0 {
		return nil
	}
	end, fields := r.fieldsAt(i+n, capitalised(r.x, i))
	if end == i+n || !capitalised(r.x, i) && !capitalised(r.x, i+n) {
		return nil
	}
	lower := !capitalised(r.x, i+n)
	d := &node{text: r.n, from: i, to: end, body: -1, alt: -1, kind: head.Kind, made: r.x.Slice(i, end), rule: "form " + head.Word}
	r.country(d)
	if named := d.country != "" || d.this; !named && (!head.Home || lower || !r.whole(i, end)) || lower && fields < 2 {
		return nil
	}
	return d
}

// whole tells whether a made name begins with a capital and does not run on in
// an abbreviation that nobody knows.
func (r *reader) whole(i, end int) bool {
	return capitalised(r.x, i) && (end >= len(r.x.Tokens) || r.x.Tokens[end].Shape != viet.Upper || r.x.Tokens[end].Gap != viet.Space)
}

// fieldsAt reads fields: "Kinh tế, Thương mại và Công nghiệp"; the first, and
// each behind a comma or và, begins with a capital unless small will do.
func (r *reader) fieldsAt(i int, small bool) (end, fields int) {
	end = i
	for j := i; j < len(r.x.Tokens) && r.x.Tokens[j].Gap != viet.Paragraph; {
		if _, n := r.fields.Longest(r.x, j); n > 0 && (j > i && j == end || small || capitalised(r.x, j)) {
			j += n
			end = j
			fields++
			continue
		}
		if id := r.x.Tokens[j].ID; j != end || end == i || id == 0 || id != r.w.comma && id != r.w.va {
			break
		}
		j++
		small = small && r.x.Tokens[i].Shape == viet.Lower
	}
	return end, fields
}
