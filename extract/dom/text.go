package dom

import (
	"strings"

	"github.com/boctin/boctin/extract/lines"
)

// write adds text to the block under way, folding white space.
func (p *planter) write(s string) {
	if lines.Even(s) {
		p.begin()
		p.append(s, strings.Count(s, " "))
		return
	}
	p.odd = p.odd || !lines.Composed(s)
	for i := 0; i < len(s); {
		if n := lines.SpaceAt(s, i); n > 0 {
			if p.pre > 0 && (emptyLine(s[i:]) || s[i] == '\n' && p.stopped() && lines.UpperFirst(strings.TrimLeft(s[i:], " \t\r\n"))) {
				p.flush()
			}
			p.space = true
			i += n
			continue
		}
		p.begin()
		end, blanks := lines.Run(s, i+1)
		p.append(s[i:end], blanks)
		i = end
	}
}

// begin begins a word behind white space, and at the start of a block.
func (p *planter) begin() {
	if !p.space && len(p.Text) > p.start {
		return
	}
	if len(p.Text) > p.start {
		p.Text = append(p.Text, ' ')
	}
	p.space = false
	p.words(1)
}

// append adds words with so many blanks between them.
func (p *planter) append(s string, blanks int) {
	p.Text = append(p.Text, s...)
	p.words(blanks)
	p.letters(len(s) - blanks)
}

// emptyLine tells whether a text begins with the end of a line and an empty one.
func emptyLine(s string) bool {
	rest, ok := strings.CutPrefix(s, "\n")
	return ok && strings.HasPrefix(strings.TrimLeft(rest, " \t\r"), "\n")
}

// stopped tells whether the block under way ends in a full stop or the like: a
// sentence on the next line is another paragraph, not the same one wrapped.
func (p *planter) stopped() bool {
	line := p.Text[p.start:]
	return len(line) > 0 && strings.IndexByte(".!?:;", line[len(line)-1]) >= 0
}

func (p *planter) words(n int) {
	p.count.Words += n
	if p.link > 0 {
		p.count.Linked += n
	}
}

func (p *planter) letters(n int) {
	p.count.Bytes += n
	if p.bold > 0 {
		p.count.Bold += n
	}
	if p.italic > 0 {
		p.count.Italic += n
	}
}

// flush ends the block under way.
func (p *planter) flush() {
	if len(p.Text) > p.start {
		b := p.count
		b.T0, b.T1, b.Elem, b.Br = p.start, len(p.Text), p.owner, p.br
		b.E0, b.E1 = p.e0, len(p.Elems)
		p.Blocks = append(p.Blocks, b)
		p.Text = append(p.Text, '\n')
		p.br, p.count = false, Block{}
	}
	p.start, p.e0, p.space = len(p.Text), len(p.Elems), false
}
