package limits

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/boctin/boctin"
)

// A text is damaged where more than one character in damagedShare could not be
// read, and more than straysAllowed: a page with a few stray bytes is still an
// article, and normalize doubts those places.
const (
	damagedShare  = 50
	straysAllowed = 8
)

// DamagedError says that too much of an article's text could not be read.
type DamagedError struct{ Broken, Characters int }

func (e *DamagedError) Error() string {
	return fmt.Sprintf("%d of the %d characters of the text are broken: the page is damaged or in an unknown encoding, save it again", e.Broken, e.Characters)
}

// Check refuses an article whose text is damaged or longer than allowed, with a
// *DamagedError or a *Error.
func (l Limits) Check(a *boctin.Article) error {
	if err := Damaged(a.Title, a.Body); err != nil {
		return err
	}
	if l.Text == 0 || len(a.Title)+len(a.Body) <= l.Text { // no more characters than bytes
		return nil
	}
	if chars := characters(a.Title, a.Body); chars > l.Text {
		return &Error{"characters", l.Text, chars}
	}
	return nil
}

// Damaged gives a *DamagedError where the texts together are damaged.
func Damaged(texts ...string) error {
	broken := 0
	for _, t := range texts {
		broken += strings.Count(t, string(utf8.RuneError))
	}
	if broken <= straysAllowed {
		return nil
	}
	if chars := characters(texts...); broken*damagedShare > chars {
		return &DamagedError{broken, chars}
	}
	return nil
}

func characters(texts ...string) (n int) {
	for _, t := range texts {
		n += utf8.RuneCountInString(t)
	}
	return n
}
