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
	if int(wRoles) > 64*len(roles{}) {
		t.Errorf("%d roles do not fit a set of %d", wRoles, 64*len(roles{}))
	}
}

func TestRulesAreUniqueAndFit(t *testing.T) {
	seen := map[string]bool{}
	if n := len(grammar()); n > 64*len(ruleSet{}) {
		t.Errorf("%d rules do not fit a set of %d", n, 64*len(ruleSet{}))
	}
	for _, r := range grammar() {
		if seen[r.name] {
			t.Errorf("two rules are named %s", r.name)
		}
		seen[r.name] = true
	}
}

func TestValid(t *testing.T) {
	for value, want := range map[string]bool{
		"2024-01-10": true, "2024-01": true, "2024": true, "2024-33": true, "193X": true, "19XX": true, "XXXX-01-13": true, "XXXX-02-29": true,
		"2024-01-10T15:30+07:00": true, "2024-01-10T15:30": true, "1945-08-19/2025-08-19": true, "2005~": true, "2022-06~": true, "2024-05/..": true,
		"2024-13": false, "2023-02-29": false, "2024-01-10T24:00+07:00": false, "XXXX-01-13T10:00": false, "2024/": false, "": false, "24-01-10": false,
		"2024-1-1": false, "0-10-01": false, "../..": false, "2024-01-10/": false, "XXXX-13": false,
	} {
		if Valid(value) != want {
			t.Errorf("Valid(%q) = %v", value, !want)
		}
	}
}
