package lines

import "strings"

// IsMailLine tells a line of a mail's head that gives addresses: "To: a@b.vn".
func IsMailLine(w *Words, line string) bool {
	label, rest, found := strings.Cut(line, ":")
	f := Fold(label)
	return found && strings.Contains(rest, "@") && (w.MailFrom.Is(f) || w.MailTo.Is(f))
}

// Sender is the name before an address in a mail's head, "From: Lan Anh <a@b.vn>" or without the
// label, "" where none stands there.
func Sender(w *Words, line string) string {
	name, address, found := strings.Cut(line, "<")
	if !found || !strings.Contains(address, "@") {
		return ""
	}
	if label, rest, labelled := strings.Cut(name, ":"); labelled {
		if !w.MailFrom.Is(Fold(label)) {
			return ""
		}
		name = rest
	}
	if name = strings.Trim(name, " \"'"); w.IsReporter(name) {
		return name
	}
	return ""
}
