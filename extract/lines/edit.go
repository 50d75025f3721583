package lines

import "strings"

// WithoutEdit takes the links off a sub-heading by which readers may change its part:
// Lịch sử[sửa | sửa mã nguồn].
func WithoutEdit(w *Words, line string) string {
	rest, found := strings.CutSuffix(line, "]")
	if !found {
		return line
	}
	head, links, found := strings.Cut(rest, "[")
	for part := range strings.SplitSeq(links, "|") {
		found = found && w.Edit.Is(Fold(part))
	}
	if !found {
		return line
	}
	return strings.TrimSpace(head)
}
