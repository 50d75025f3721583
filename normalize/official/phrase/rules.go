package phrase

import "github.com/boctin/boctin/normalize/rule"

// rules are the rules of the grammar.
type rules struct {
	steps  rule.Table[stepRule]  // how the name of a body goes on
	bodies rule.Table[bodyRule]  // what the body of a post is
	above  rule.Table[aboveRule] // what that is part of
	next   rule.Table[nextRule]  // what may stand behind a piece
	own    rule.Table[ownRule]   // what before a name is not that person's
	others rule.Table[otherRule] // what behind a name is somebody else's
}

func allRules() rules {
	return rules{steps: stepRules(), bodies: bodyRules(), above: aboveRules(), next: nextRules(), own: ownRules(), others: otherRules()}
}

// Rules gives the tables of the grammar's rules.
func (g *Grammar) Rules() rule.Tables {
	r := &g.rules
	return rule.Tables{&r.steps, &r.bodies, &r.above, &r.next, &r.own, &r.others}
}

// Copy gives a grammar whose rules may be changed.
func (g *Grammar) Copy() *Grammar {
	other := *g
	return &other
}
