package reading

import "strings"

// ShortForm is the tokens of a short form and its brackets: (PCTT).
const ShortForm = 3

// WithoutShortForms joins the words of the tokens [from,to), as words gives them, without the short forms in
// brackets that begin where short says: Ban Chỉ huy Phòng, chống thiên tai | (PCTT) | và Tìm kiếm cứu nạn (TKCN).
func WithoutShortForms(from, to int, short func(k int) bool, words func(i, j int) string) string {
	joined := ""
	for k := from; k < to; k++ {
		if short(k) {
			joined += words(from, k) + " "
			from = k + ShortForm
		}
	}
	if from >= to {
		return strings.TrimSuffix(joined, " ")
	}
	return joined + words(from, to)
}
