package charset

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// misreadAs1252 is what a program makes of UTF-8 that it takes for windows-1252.
func misreadAs1252(text string) string {
	var b strings.Builder
	for _, c := range []byte(text) {
		if r := charmap.Windows1252.DecodeByte(c); r != 0xFFFD {
			b.WriteRune(r)
		} else {
			b.WriteRune(rune(c))
		}
	}
	return b.String()
}

func TestNoBreakSpacesOfMisreadText(t *testing.T) {
	const text = "Ngày 5/6/2025, Đại tá Trần Văn Mẫu làm việc tại xã và cho biết đây là ngày hội toàn dân; Ạ, Ơn và Ỡ. Hàng nghìn người dân đã đến dự."
	bad := misreadAs1252(text)
	for name, with := range map[string]string{"as it is": "\u00a0", "entity": "&nbsp;", "number": "&#160;"} {
		saved := strings.ReplaceAll(bad, "\u00a0", with)
		got, label, err := Decode([]byte("<p>"+saved+"</p>"), "text/html; charset=utf-8")
		if err != nil || string(got) != "<p>"+text+"</p>" {
			t.Errorf("%s: %s %v\n%s", name, label, err, got)
		}
	}
	folded := strings.Join(strings.Fields(strings.ReplaceAll(bad, "\u00a0", " ")), " ")
	got, label := Repair([]byte(folded))
	if string(got) != text {
		t.Errorf("folded: %s\n%s", label, got)
	}
}

// TestSpacesOfOtherText must not be taken for lost bytes.
func TestSpacesOfOtherText(t *testing.T) {
	for _, text := range []string{"CÃ LỌC và Ã &nbsp;", "Đơn Ã á", "tổng giá trị là ngày"} {
		if got, label := Repair([]byte(text)); string(got) != text || label != "" {
			t.Errorf("%q became %q", text, got)
		}
	}
}
