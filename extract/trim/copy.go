package trim

// copier copies pieces of a page: pieces that stand side by side there as one.
type copier struct {
	src, out []byte
	from, to int // of src, what is kept and not copied yet
}

// keep copies what stands from one place to another.
func (c *copier) keep(from, to int) {
	if from != c.to {
		c.flush()
		c.from = from
	}
	c.to = to
}

// keepBehind copies a piece with a byte before it.
func (c *copier) keepBehind(before byte, from, to int) {
	if from > 0 && c.src[from-1] == before {
		c.keep(from-1, to)
		return
	}
	c.write(string(before))
	c.keep(from, to)
}

// write puts a text that does not stand in the page behind what was kept.
func (c *copier) write(s string) {
	c.flush()
	c.out = append(c.out, s...)
}

func (c *copier) flush() {
	c.out = append(c.out, c.src[c.from:c.to]...)
	c.from = c.to
}
