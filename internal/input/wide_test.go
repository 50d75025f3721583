package input

import (
	"testing"

	"golang.org/x/text/encoding/unicode"
)

// UTF-16 is full of bytes that look like control characters.
func TestSniffWideText(t *testing.T) {
	const text = "Đại tá Nguyễn Đức Thử nhận nhiệm vụ mới ở Đắk Lắk, tỉnh có đường biên giới dài 73 km."
	for _, order := range []unicode.Endianness{unicode.LittleEndian, unicode.BigEndian} {
		for _, mark := range []unicode.BOMPolicy{unicode.UseBOM, unicode.IgnoreBOM} {
			for want, doc := range map[form]string{formText: text, formHTML: "<!doctype html><p>" + text} {
				b, err := unicode.UTF16(order, mark).NewEncoder().Bytes([]byte(doc))
				if err != nil {
					t.Fatal(err)
				}
				if got, name := sniff(b); got != want {
					t.Errorf("%v, %v: %s taken for %s %s", order, mark, want, got, name)
				}
			}
		}
	}
}
