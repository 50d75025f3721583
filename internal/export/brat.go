package export

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/lexicon"
)

// bratConf tells brat the types that stand in the files.
func bratConf() string {
	var b strings.Builder
	b.WriteString("[entities]\nOFFICIAL\nAGENCY\nDATE\n\n[relations]\n<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n\n[events]\n")
	for _, kind := range lexicon.EventKinds {
		b.WriteString(strings.ToUpper(kind) + "\t")
		for _, role := range lexicon.EventRoles {
			b.WriteString(bratRole(role) + "*:OFFICIAL, ")
		}
		b.WriteString(bratRole(agencyRole) + "*:AGENCY\n")
	}
	b.WriteString("\n[attributes]\nStatus\tArg:<EVENT>, Value:done|planned|postponed|denied\n")
	return b.String()
}

// bratRole is the name of a role in brat: Host.
func bratRole(role string) string { return strings.ToUpper(role[:1]) + role[1:] }

// brat writes standoff files: the text, and the spans on it.
type brat struct{ dir string }

func newBrat(dir string, _ bool) (Writer, error) {
	return &brat{dir}, os.WriteFile(filepath.Join(dir, "annotation.conf"), []byte(bratConf()), 0o666)
}

func (w *brat) Write(r *boctin.Record) error {
	s := sheetOf(r)
	for name, text := range map[string]string{".txt": plainLines.Replace(s.text), ".ann": s.standoff() + s.standoffEvents(r)} {
		if err := w.file(fileName(r)+name, text); err != nil {
			return fmt.Errorf("record %s: %w", r.ID, err)
		}
	}
	return nil
}

func (w *brat) file(name, text string) error {
	f := files{dir: w.dir}
	if err := f.add(name, []byte(text)); err != nil {
		return err
	}
	if err := f.open[0].Flush(); err != nil {
		return err
	}
	return f.disk[0].Close()
}

func (w *brat) Close() error { return nil }

// fileName is the id of a record, which is 32 hexadecimal digits; of any other,
// which may be no name for a file, its digest.
func fileName(r *boctin.Record) string {
	if raw, err := hex.DecodeString(r.ID); err == nil && len(raw) == 16 && strings.ToLower(r.ID) == r.ID {
		return r.ID
	}
	sum := sha256.Sum256([]byte(r.ID))
	return hex.EncodeToString(sum[:16])
}

// plainLines takes out what some readers take for the end of a line; the number
// of code points stays.
var plainLines = strings.NewReplacer("\r", " ", "\v", " ", "\f", " ", "\u0085", " ", "\u2028", " ", "\u2029", " ",
	"\x1c", " ", "\x1d", " ", "\x1e", " ", "\t", " ")

// standoff gives the lines of the .ann file: T for a span, N for the id of an
// official or agency, # for the value of a date.
func (s *sheet) standoff() string {
	var b strings.Builder
	c := counter{text: s.text}
	ids, notes := 0, 0
	for i, f := range s.findings {
		places, text := fragments(&c, f.start, s.text[f.start:f.end])
		fmt.Fprintf(&b, "T%d\t%s %s\t%s\n", i+1, f.label, places, text)
		if f.label == date {
			notes++
			fmt.Fprintf(&b, "#%d\tAnnotatorNotes T%d\t%s\n", notes, i+1, oneLine(f.value))
			continue
		}
		ids++
		fmt.Fprintf(&b, "N%d\tReference T%d boctin:%s\t%s\n", ids, i+1, oneLine(f.id), oneLine(f.value))
	}
	return b.String()
}

// standoffEvents gives the lines of the events: T for the clause that tells one, E for
// the event with who took part, A for its status, # for what else is known of it.
func (s *sheet) standoffEvents(r *boctin.Record) string {
	var b strings.Builder
	c, notes := counter{text: s.text}, len(r.Dates)
	for i, t := range s.tellings(r) {
		trigger, kind := len(s.findings)+i+1, strings.ToUpper(t.Kind)
		places, text := fragments(&c, t.start, s.text[t.start:t.end])
		fmt.Fprintf(&b, "T%d\t%s %s\t%s\n", trigger, kind, places, text)
		fmt.Fprintf(&b, "E%d\t%s:T%d%s\n", i+1, kind, trigger, t.bratArguments())
		if t.Status != "" {
			fmt.Fprintf(&b, "A%d\tStatus E%d %s\n", i+1, i+1, t.Status)
		}
		if particulars := t.particulars(); particulars != "" {
			notes++
			fmt.Fprintf(&b, "#%d\tAnnotatorNotes E%d\t%s\n", notes, i+1, particulars)
		}
	}
	return b.String()
}

// bratArguments names those of an event whom the text names: Host:T2 Guest:T3 Guest2:T4.
func (t *telling) bratArguments() string {
	var b strings.Builder
	times := map[string]int{}
	for _, x := range t.arguments {
		if x.finding < 0 {
			continue
		}
		role := bratRole(x.role)
		times[role]++
		if n := times[role]; n > 1 {
			role += strconv.Itoa(n)
		}
		fmt.Fprintf(&b, " %s:T%d", role, x.finding+1)
	}
	return b.String()
}

// fragments parts a span where a line ends, as brat wants it: the places of the
// pieces in code points, and their text.
func fragments(c *counter, start int, text string) (string, string) {
	var places, pieces []string
	for piece := range strings.SplitSeq(text, "\n") {
		if piece != "" {
			from := c.at(start)
			places = append(places, fmt.Sprintf("%d %d", from, c.at(start+len(piece))))
			pieces = append(pieces, plainLines.Replace(piece))
		}
		start += len(piece) + 1
	}
	return strings.Join(places, ";"), strings.Join(pieces, " ")
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
