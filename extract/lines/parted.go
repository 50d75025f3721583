package lines

import (
	"bytes"
	"strings"
)

// Parted puts a bar in the place of what parts the pieces of a line of publication.
var Parted = strings.NewReplacer(" - ", "|", " – ", "|", " / ", "|", "•", "|", "·", "|", ";", "|",
	"✍", "|", "🕒", "|", "🕐", "|", "⏰", "|", "👁", "|", "📅", "|", "🗓", "|", "👤", "|", "📝", "|", "💬", "|", "🗨", "|", "❤", "|", "👍", "|", "🔖", "|", "📂", "|", "📁", "|", "🖊", "|", "🖋", "|", "🏷", "|", "⏱", "|", "⏳", "|", "✎", "|", "✏", "|")

// PartDated tells a line whose parts, between bars or the like, hold a date in words: Lan Anh / 5 Tháng
// Ba 2021 / 3 bình luận.
func PartDated(line []byte) bool {
	if !bytes.Contains(line, []byte("20")) && !bytes.Contains(line, []byte("19")) { // no year
		return false
	}
	for _, mark := range dayPartedBy {
		if !bytes.Contains(line, mark) {
			continue
		}
		for part := range bytes.SplitSeq(line, mark) {
			if HasDigit(part) && HasWordDate(Fold(string(part))) {
				return true
			}
		}
	}
	return false
}

// dayPartedBy is what stands between a day in words and what else a line of publication says.
var dayPartedBy = append([][]byte{[]byte(" - "), []byte(". ")}, PartedBy...)

// PartedBy is what stands between the parts of a line of publication.
var PartedBy = [][]byte{[]byte("|"), []byte(" / "), []byte("•"), []byte("·")}
