package phrase

import "slices"

// rules are the rules of the grammar, each list in the order in which they are
// tried.
type rules struct {
	steps  []stepRule  // how the name of a body goes on
	bodies []bodyRule  // what the body of a post is
	above  []aboveRule // what that is part of
	next   []nextRule  // what may stand behind a piece
	own    []ownRule   // what before a name is not that person's
	others []otherRule // what behind a name is somebody else's
}

func allRules() rules {
	return rules{steps: stepRules(), bodies: bodyRules(), above: aboveRules(), next: nextRules(), own: ownRules(), others: otherRules()}
}

// Rules names every rule of the grammar.
func (g *Grammar) Rules() (list []string) {
	for _, r := range g.rules.steps {
		list = append(list, r.name)
	}
	for _, r := range g.rules.bodies {
		list = append(list, r.name)
	}
	for _, r := range g.rules.above {
		list = append(list, r.name)
	}
	for _, r := range g.rules.next {
		list = append(list, r.name)
	}
	for _, r := range g.rules.own {
		list = append(list, r.name)
	}
	for _, r := range g.rules.others {
		list = append(list, r.name)
	}
	return list
}

// Without gives the grammar without one rule: what a rule does is seen by leaving
// it out.
func (g *Grammar) Without(rule string) *Grammar {
	less := *g
	r := &less.rules
	r.steps = slices.DeleteFunc(slices.Clone(r.steps), func(x stepRule) bool { return x.name == rule })
	r.bodies = slices.DeleteFunc(slices.Clone(r.bodies), func(x bodyRule) bool { return x.name == rule })
	r.above = slices.DeleteFunc(slices.Clone(r.above), func(x aboveRule) bool { return x.name == rule })
	r.next = slices.DeleteFunc(slices.Clone(r.next), func(x nextRule) bool { return x.name == rule })
	r.own = slices.DeleteFunc(slices.Clone(r.own), func(x ownRule) bool { return x.name == rule })
	r.others = slices.DeleteFunc(slices.Clone(r.others), func(x otherRule) bool { return x.name == rule })
	return &less
}
