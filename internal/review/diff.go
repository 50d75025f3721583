package review

import "strings"

// DiffLine is a line of what a change does to a file.
type DiffLine struct {
	Sign string // "+" comes in, "-" goes out, "" stays, "…" some are left out
	Text string
}

// Lines around a difference, and those of it, that are shown.
const (
	diffAround = 3
	diffMost   = 200
)

// Diff shows what a change does to its file, line by line; nothing of a page.
func (c *Change) Diff() []DiffLine {
	if c.Page {
		return nil
	}
	was, is := fileLines(c.Before), fileLines(c.After)
	from := 0
	for from < len(was) && from < len(is) && was[from] == is[from] {
		from++
	}
	end := 0
	for end < len(was)-from && end < len(is)-from && was[len(was)-1-end] == is[len(is)-1-end] {
		end++
	}
	var out []DiffLine
	add := func(sign string, lines []string) {
		for i, l := range lines {
			if i == diffMost {
				out = append(out, DiffLine{Sign: "…"})
				return
			}
			out = append(out, DiffLine{sign, l})
		}
	}
	add("", was[max(0, from-diffAround):from])
	add("-", was[from:len(was)-end])
	add("+", is[from:len(is)-end])
	rest := was[len(was)-end:]
	add("", rest[:min(diffAround, len(rest))])
	return out
}

func fileLines(data []byte) []string {
	text := strings.TrimSuffix(string(data), "\n")
	if text == "" {
		return nil
	}
	return strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
}
