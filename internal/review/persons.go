package review

import (
	"fmt"
	"slices"
	"strings"

	"github.com/boctin/boctin/internal/identity"
	"github.com/boctin/boctin/internal/tomlform"
)

// judge: two or more persons of the corpus are one, or are not. Their ids stand in the
// field persons.
func (p *planner) judge() error {
	ids := p.list("persons")
	if len(ids) < 2 {
		return refused("persons", "%d given: name at least two, by their ids", len(ids))
	}
	for _, id := range ids {
		if !strings.Contains(id, "/") || strings.ContainsAny(id, " \t") {
			return refused("persons", "%q is no id: write one as boctin who prints it, such as vn/to-lam", id)
		}
		if err := p.known(id); err != nil {
			return err
		}
	}
	slices.Sort(ids)
	var b strings.Builder
	fmt.Fprintf(&b, "[[%s]]\npersons = [", p.Kind)
	for i, id := range ids {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString("{ id = " + tomlform.Quote(id) + " }")
	}
	b.WriteString("]\n")
	if note := p.get("note"); note != "" {
		b.WriteString("note = " + tomlform.Quote(note) + "\n")
	}
	old, err := p.overlay.read(identity.JudgementsFile)
	if err != nil {
		return err
	}
	p.plan.What = p.Kind + ": " + strings.Join(ids, ", ")
	p.plan.touched.Persons = ids
	p.put(identity.JudgementsFile, old, []byte(tomlform.Append(string(old), b.String())))
	return nil
}

// known refuses a person whom the corpus does not have.
func (p *planner) known(id string) error {
	if p.overlay.Corpus == nil {
		return nil
	}
	has, err := p.overlay.Corpus.Names.HasPerson(p.ctx, id)
	if err == nil && !has {
		err = refused("persons", "the corpus has no person %s", id)
	}
	return err
}
