package viet

import "testing"

func TestKey(t *testing.T) {
	for in, want := range map[string]string{
		"Hoà": "hòa", "hòa": "hòa", "HOÀ": "hòa", "khoẻ": "khỏe", "uỷ": "ủy", "Thuỷ": "thủy", "UỶ": "ủy",
		"quý": "quý", "qúy": "quý", "Quà": "quà", "qùa": "quà", "quả": "quả", "hoàn": "hoàn", "thoát": "thoát",
		"tuyến": "tuyến", "của": "của", "mía": "mía", "Đại": "đại", "TP": "tp", "C06": "c06", "": "", "à": "à", "thuở": "thuở", "qửa": "qửa", "qúk": "qúk",
	} {
		if got := Key(in); got != want {
			t.Errorf("Key(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestFold(t *testing.T) {
	if got := Fold("Đại tá Nguyễn Thuỷ Ưng ở Hoà Bình, Ấp Ắng"); got != "dai ta nguyen thuy ung o hoa binh, ap ang" {
		t.Error(got)
	}
}

// TestLatin holds which letters of other languages are written as those of a keyboard.
func TestLatin(t *testing.T) {
	for in, want := range map[string]string{
		"Plenković": "Plenkovic", "Škoda Łódź": "skoda lódz", "Straße": "Strasse", "Æsir": "aesir", "Muñoz": "Munoz", "Düsseldorf": "Dusseldorf", "Ørsted": "orsted",
		"Chișinău": "Chisinău", "Yıldız": "Yildiz", "ǿ": "o", "Đại tá Lê Hoà": "Đại tá Lê Hoà", "José é": "José é", "Київ": "Київ", "ὰ": "ὰ", "中": "中", "ʘ×÷": "ʘ×÷", "": "", "ɐ": "ɐ",
	} {
		if got := Latin(in); got != want {
			t.Errorf("Latin(%q) = %q, want %q", in, got, want)
		}
	}
	if got := Fold("Đặng Škoda, İstanbul, Chișinău, ẞ"); got != "dang skoda, istanbul, chisinau, ss" {
		t.Error(got)
	}
}
