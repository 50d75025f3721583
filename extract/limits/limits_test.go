package limits

import (
	"errors"
	"strings"
	"testing"

	"github.com/boctin/boctin"
)

// TestCheck holds which texts are refused.
func TestCheck(t *testing.T) {
	bad := func(n int) string { return strings.Repeat("\uFFFD", n) }
	for name, c := range map[string]struct {
		body    string
		most    int
		damaged bool
		long    bool
	}{
		"whole": {strings.Repeat("a", 100), 0, false, false}, "a few strays": {bad(8), 0, false, false}, "damaged": {bad(9), 0, true, false},
		"strays in a long text": {bad(9) + strings.Repeat("a", 450), 0, false, false}, "as long as allowed": {"abc", 3, false, false}, "too long": {"abcd", 3, false, true},
	} {
		err := Limits{Text: c.most}.Check(&boctin.Article{Body: c.body})
		var d *DamagedError
		var l *Error
		if errors.As(err, &d) != c.damaged || errors.As(err, &l) != c.long || (err == nil) != (!c.damaged && !c.long) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
