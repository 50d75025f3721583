package extract

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/layout"
	"github.com/boctin/boctin/extract/trim"
	"github.com/boctin/boctin/extract/view"
)

// witness tells what became of each block.
type witness struct{ *view.View }

var roleNames = [...]string{"", "title", "lead", "body", "caption", "byline", "source", "date"}

// evidence lists every block of the page's article range and what was cut.
// Offsets are those of the input where it was UTF-8; else they are unknown.
func (r witness) evidence(label string) *boctin.Evidence {
	ev := &boctin.Evidence{}
	for i := range r.Blocks {
		b := &r.Blocks[i]
		t := boctin.Trace{Text: firstRunes(r.Line(i), 80), Role: roleNames[b.Role], Node: r.path(b.Elem), Offset: -1, Reason: boctin.Reason{Rule: b.Cut}}
		if label == "utf-8" {
			t.Offset = r.offset(b.Elem)
		}
		switch {
		case b.Role == dom.RoleTitle:
			t.Rule = r.origin(layout.Title, "headline: mark-up and metadata agree")
			ev.Kept = append(ev.Kept, t)
		case b.Kept():
			t.Rule = r.origin(layout.Body, "densest text")
			if b.Role == dom.RoleLead {
				t.Rule = r.origin(layout.Lead, "lead by name, heading or description")
			}
			ev.Kept = append(ev.Kept, t)
		default:
			if t.Rule == "" {
				t.Rule = "outside the body"
			}
			ev.Cut = append(ev.Cut, t)
		}
	}
	return ev
}

func (r witness) origin(p layout.Part, rule string) string {
	if len(r.Found.Parts[p]) > 0 {
		return "profile: " + [...]string{"title", "lead", "body"}[p]
	}
	return rule
}

func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// offset reads the place that the trimmer wrote into a tag.
func (r witness) offset(e int) int {
	for ; e >= 0; e = r.Elems[e].Parent {
		if n, err := strconv.Atoi(dom.Attr(r.Elems[e].Node, trim.OffsetAttr)); err == nil {
			return n
		}
	}
	return -1
}

// path writes where an element stands, as a selector from the nearest id or
// class that names it.
func (r witness) path(e int) string {
	var steps []string
	for n := r.Elems[e].Node; n.Type == html.ElementNode && len(steps) < 6; n = n.Parent {
		step := n.Data
		if id := dom.Attr(n, "id"); id != "" {
			steps = append(steps, step+"#"+id)
			break
		}
		if class, _, _ := strings.Cut(dom.Attr(n, "class"), " "); class != "" {
			step += "." + class
		}
		steps = append(steps, step)
	}
	slices.Reverse(steps)
	return strings.Join(steps, " > ")
}
