package normalize

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/boctin/boctin/normalize/viet"
)

// TestComposedIsClean holds that what is passed over unread needs no cleaning:
// every rune alone, and every one behind a letter.
func TestComposedIsClean(t *testing.T) {
	passed := 0
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		for _, s := range []string{string(r), "ê" + string(r) + "n"} {
			if !viet.Composed(s) {
				continue
			}
			passed++
			if strings.ContainsFunc(s, invisible) || norm.NFC.String(s) != s {
				t.Errorf("%U: %q is passed over", r, s)
			}
		}
	}
	if passed < 1000 || !viet.Composed("Đại tướng Lương Tam Quang – “Bộ trưởng”…") || viet.Composed("Tô\u00ad Lâm") || viet.Composed("Ðảng") || clean("Ðảng") != "Đảng" || viet.Composed("e\u0302") {
		t.Errorf("%d strings are passed over", passed)
	}
}
