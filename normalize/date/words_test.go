package date

import (
	"testing"

	"github.com/boctin/boctin/normalize/lexicon"
)

func TestRolesAgreeWithLexicon(t *testing.T) {
	names := lexicon.DateRoles()
	if len(names) != int(wLexicon) {
		t.Fatalf("the lexicon knows %d roles, the grammar %d", len(names), wLexicon)
	}
	for r, name := range map[role]string{wDay: "day", wYear: "year", wPart: "part", wUntil: "until", wTet: "tet", wFuture: "future", wAnniversary: "anniversary"} {
		if names[r] != name {
			t.Errorf("role %d is %q in the lexicon, %q in the grammar", r, names[r], name)
		}
	}
	if int(wRoles) > mostMembers {
		t.Errorf("%d roles do not fit a set of %d", wRoles, mostMembers)
	}
}

func TestRulesAreUniqueAndFit(t *testing.T) {
	seen := map[string]bool{}
	if n := len(grammar()); n > mostMembers {
		t.Errorf("%d rules do not fit a set of %d", n, mostMembers)
	}
	for _, r := range grammar() {
		if seen[r.name] {
			t.Errorf("two rules are named %s", r.name)
		}
		seen[r.name] = true
	}
}
