package byline

import (
	"strings"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/layout"
	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/view"
)

// profileNames reads the elements that a profile points at as the author's.
func (r Finder) profileNames() (authors []string) {
	for _, e := range r.Found.Parts[layout.Author] {
		for i := r.Elems[e].B0; i < min(r.Elems[e].B1, len(r.Blocks)); i++ {
			names := r.namesIn(i).Authors
			for _, n := range names {
				authors = view.AppendNew(authors, n)
			}
			if len(names) > 0 {
				r.Blocks[i].Role, r.Blocks[i].Cut = dom.RoleByline, "profile: author"
			}
		}
		if len(authors) > 0 && r.Elems[e].Count() > 1 {
			break
		}
	}
	return authors
}

// metaAuthors takes names from the metadata, unless they are the site's own.
func (r Finder) metaAuthors() (authors []string) {
	for _, line := range r.Meta.Authors {
		if r.ownName(line) {
			continue
		}
		for _, n := range r.Known.Sign(line).Authors {
			authors = view.AppendNew(authors, n)
		}
	}
	return authors
}

// ownName tells the name of the site, of a paper or of an account.
func (r Finder) ownName(line string) bool {
	glued := func(s string) string { return strings.ReplaceAll(s, " ", "") }
	name := glued(lines.Fold(line))
	switch {
	case name == glued(lines.Fold(r.Meta.Site)), name == glued(lines.Fold(view.TailName(r.View))), strings.Contains(strings.ReplaceAll(r.Address(""), "-", ""), name):
		return true
	case lines.Coined(line), strings.ContainsAny(line, "@/0123456789"), strings.Contains(strings.ReplaceAll(line, ". ", " "), "."):
		return true
	}
	return r.SiteName(line) || r.Known.Outlet.Within(lines.Lower(line))
}
