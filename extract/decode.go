package extract

import (
	"bytes"

	"github.com/boctin/boctin"
)

// decode brings the bytes of a page to UTF-8 text and names the charset.
func decode(page *boctin.Page) (text []byte, label string) {
	return bytes.TrimPrefix(page.Body, []byte("\ufeff")), "utf-8"
}
