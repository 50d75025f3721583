package words

import "testing"

// TestFault holds that file, key and values stay what they are, and so does a line that
// nothing is known of.
func TestFault(t *testing.T) {
	vi, en := load(t, "vi"), load(t, "en")
	for line, want := range map[string]string{
		`lexicon/agencies.vn.toml: agency[2] "Tổ: Một": name given twice in this file: join the two`:     `lexicon/agencies.vn.toml: agency[2] "Tổ: Một": tên có hai lần trong tệp này: hãy gộp hai mục`,
		`lexicon/agencies.vn.toml: parent: no agency "Bộ \"X\"" in VN: write the name of one, or add it`: `lexicon/agencies.vn.toml: parent: VN không có cơ quan "Bộ \"X\"": hãy viết tên một cơ quan đã có, hoặc thêm vào`,
		`sites/a.vn.toml: selectors.body: the list is empty: write a selector or remove the key`:         `sites/a.vn.toml: selectors.body: danh sách rỗng: hãy viết một bộ chọn hoặc bỏ khóa`,
		"the disk is full": "the disk is full",
	} {
		if got := vi.Fault(line); got != want {
			t.Errorf("%s\nis %s\nwant %s", line, got, want)
		}
		if got := en.Fault(line); got != line {
			t.Errorf("in English %s is %s", line, got)
		}
	}
}
