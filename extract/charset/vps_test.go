package charset

import (
	"encoding/hex"
	"testing"
)

// vpsText is the text below as GNU recode 3.6 writes it in VPS (recode
// UTF-8..VPS): the capitals with a dot below, Ẫ and Ữ stand on control bytes.
// Its table and that of Mozilla's former converter x-viet-vps agree with ours
// on all 256 bytes.
const (
	vpsText = "43d44e4720414e2054b74e482050489649204813502056034e20f1124e47204e47d09e492044c24e20588220f1044e47204c062c20544810205452834e204db32054153b20f102492054c1204cca205448102048974e47204704502047a620431420421c5920568020481d55204b192054024920481249205452d09e4e472c2042804e20564906432047491d2047b54e20414e204e494e4820545203542054152e2043f46e6720616e206e68e26e2064e26e2076ec206edca763207175ea6e207468e26e2c2076ec2064e26e207068f8632076f82c2062e46f20768c20616e206e696e68207175d363206769612076e0206769bb2067ec6e207472c6742074bf2e"
	vpsWant = "CÔNG AN TỈNH PHỐI HỢP VẬN ĐỘNG NGƯỜI DÂN XÃ ĐẶNG LỆ, THỊ TRẤN MỸ TỰ; ĐẠI TÁ LÊ THỊ HỒNG GẶP GỠ CỤ BẪY VÀ HỮU KỴ TẠI HỘI TRƯỜNG, BÀN VIỆC GIỮ GÌN AN NINH TRẬT TỰ. Công an nhân dân vì nước quên thân, vì dân phục vụ, bảo vệ an ninh quốc gia và giữ gìn trật tự."
)

func TestVPSOfAnotherProgram(t *testing.T) {
	body, err := hex.DecodeString(vpsText)
	if err != nil {
		t.Fatal(err)
	}
	for _, contentType := range []string{"text/html; charset=x-viet-vps", "text/html", ""} {
		text, label, err := Decode(body, contentType)
		if err != nil || label != VPS || string(text) != vpsWant {
			t.Errorf("%q: %s %v\n%s", contentType, label, err, text)
		}
	}
}
