package agency

import (
	"regexp"
	"slices"
	"strings"
)

// fullJoints is how many joints of a name are written every way; those behind them
// stay as the lexicon writes them.
const fullJoints = 3

// newJoint finds what stands between two words of a name.
func (t *words) newJoint() *regexp.Regexp {
	var and []string
	for _, word := range t.forms.Small.And {
		and = append(and, regexp.QuoteMeta(word))
	}
	return regexp.MustCompile(`\s*[,–-]\s*|(\s*&\s*|\s+(?:` + strings.Join(and, "|") + `)\s+)`)
}

// spellings gives the other ways of writing what joins the words of a name, which
// papers choose freely: phòng, chống and phòng chống, Kế hoạch và Đầu tư and Kế hoạch -
// Đầu tư.
func (t *words) spellings(name string) []string {
	if !t.mayJoin(name) {
		return nil
	}
	joints := t.joint.FindAllStringSubmatchIndex(name, fullJoints)
	if joints == nil {
		return nil
	}
	out, last := []string{""}, 0
	for _, at := range joints {
		ways := []string{", ", " - ", " – ", " "}
		if and := at[2] >= 0; and {
			ways = []string{" " + t.forms.Small.And[0] + " ", " & ", " - ", " – ", " "}
		}
		out, last = extended(out, name[last:at[0]], ways), at[1]
	}
	return extended(out, name[last:], []string{""})
}

// mayJoin tells whether a joint may stand in a name, without looking for it.
func (t *words) mayJoin(name string) bool {
	return strings.ContainsAny(name, ",-–&") || slices.ContainsFunc(t.forms.Small.And, func(and string) bool { return strings.Contains(name, and) })
}

// extended puts a piece and each ending behind each of the beginnings.
func extended(beginnings []string, piece string, endings []string) (out []string) {
	for _, b := range beginnings {
		for _, e := range endings {
			out = append(out, b+piece+e)
		}
	}
	return out
}
