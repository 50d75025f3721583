package extract

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"github.com/boctin/boctin"
)

var roleNames = [...]string{"", "title", "lead", "body", "caption", "byline", "source", "date"}

// evidence lists every block of the page's article range and what was cut.
// Offsets are those of the input where it was UTF-8; else they are unknown.
func (r *reader) evidence(label string) *boctin.Evidence {
	ev := &boctin.Evidence{}
	for i := range r.blocks {
		b := &r.blocks[i]
		t := boctin.Trace{Text: firstRunes(r.line(i), 80), Role: roleNames[b.role], Node: r.path(b.elem), Offset: -1, Reason: boctin.Reason{Rule: b.cut}}
		if label == "utf-8" {
			t.Offset = r.offset(b.elem)
		}
		switch {
		case b.role == roleTitle:
			t.Rule = r.origin(partTitle, "headline: mark-up and metadata agree")
			ev.Kept = append(ev.Kept, t)
		case b.cut == "" && (b.role == roleBody || b.role == roleLead):
			t.Rule = r.origin(partBody, "densest text")
			if b.role == roleLead {
				t.Rule = r.origin(partLead, "lead by name, heading or description")
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

func (r *reader) origin(p part, rule string) string {
	if len(r.found.parts[p]) > 0 {
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
func (r *reader) offset(e int) int {
	for ; e >= 0; e = r.elems[e].parent {
		if n, err := strconv.Atoi(attr(r.elems[e].node, offsetAttr)); err == nil {
			return n
		}
	}
	return -1
}

// path writes where an element stands, as a selector from the nearest id or
// class that names it.
func (r *reader) path(e int) string {
	var steps []string
	for n := r.elems[e].node; n != nil && n.Type == html.ElementNode && len(steps) < 6; n = n.Parent {
		step := n.Data
		if id := attr(n, "id"); id != "" {
			steps = append(steps, step+"#"+id)
			break
		}
		if class, _, _ := strings.Cut(attr(n, "class"), " "); class != "" {
			step += "." + class
		}
		steps = append(steps, step)
	}
	for i, j := 0, len(steps)-1; i < j; i, j = i+1, j-1 {
		steps[i], steps[j] = steps[j], steps[i]
	}
	return strings.Join(steps, " > ")
}
