package extract

import (
	"github.com/boctin/boctin"
	"github.com/boctin/boctin/extract/charset"
)

// decode brings the bytes of a page to UTF-8 text and names the charset.
func decode(page *boctin.Page) (text []byte, label string, err error) {
	return charset.Decode(page.Body, page.ContentType)
}
