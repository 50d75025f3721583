package score

import "fmt"

// tally counts what was found rightly, found wrongly, and missed.
type tally struct{ tp, fp, fn float64 }

// add counts one decision: right, or missed.
func (t *tally) add(ok bool) {
	if ok {
		t.tp++
	} else {
		t.fn++
	}
}

func share(part, rest, empty float64) float64 {
	if part+rest == 0 {
		return empty
	}
	return part / (part + rest)
}

// Figure is one measure of a set; all lie between 0 and 1 and more is better.
type Figure struct {
	Name                  string
	Precision, Recall, F1 float64
	Right, Wrong, Missed  float64 // what the shares are made of; of a body: pages
	isShare               bool    // of decisions that are right or not, so nothing is invented
}

// Value is the figure that a floor is held against: F1, or the share.
func (f Figure) Value() float64 { return f.F1 }

// String prints a figure as the reference scorers do.
func (f Figure) String() string {
	if f.isShare {
		return fmt.Sprintf("%s %g/%g", f.Name, f.Right, f.Right+f.Missed)
	}
	return fmt.Sprintf("%s P=%.3f R=%.3f F1=%.3f (tp %.6g fp %.6g fn %.6g)", f.Name, f.Precision, f.Recall, f.F1, f.Right, f.Wrong, f.Missed)
}

func harmonic(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// figure makes a figure of a tally; empty is the share of nothing.
func (t tally) figure(name string, empty float64) Figure {
	p, r := share(t.tp, t.fp, empty), share(t.tp, t.fn, empty)
	return Figure{Name: name, Precision: p, Recall: r, F1: harmonic(p, r), Right: t.tp, Wrong: t.fp, Missed: t.fn}
}

// shareFigure makes a figure of right decisions out of all.
func (t tally) shareFigure(name string) Figure {
	v := share(t.tp, t.fn, 1)
	return Figure{Name: name, Precision: v, Recall: v, F1: v, Right: t.tp, Missed: t.fn, isShare: true}
}

// Log is told of each miss and each invention; nil is silent.
type Log func(gold *Gold, fault string)

func (l Log) say(g *Gold, format string, args ...any) {
	if l != nil {
		l(g, fmt.Sprintf(format, args...))
	}
}
