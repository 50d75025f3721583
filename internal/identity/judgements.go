package identity

// Judgements are what a person decided: these are one, those are two.
type Judgements struct {
	list []Judgement
}

// judged: a person's word stands above all evidence.
func (p *pair) judged() {}

// Judgement is one decision.
type Judgement struct{}
