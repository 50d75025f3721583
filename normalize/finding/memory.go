package finding

import (
	"slices"

	"github.com/boctin/boctin/normalize/arena"
)

// Memory holds the bodies of an article, and where it names them.
type Memory struct {
	bodies   arena.Arena[Body]
	mentions []Mention
}

// Body gives a body; it is good until Clear.
func (m *Memory) Body() *Body { return m.bodies.New() }

// Mentions gives room for all mentions of an article, good until Clear. It is asked for once.
func (m *Memory) Mentions(n int) []Mention {
	m.mentions = slices.Grow(m.mentions[:0], n)[:n]
	return m.mentions
}

// Clear leaves the memory to the next article.
func (m *Memory) Clear() {
	m.bodies.Clear()
	clear(m.mentions)
	m.mentions = m.mentions[:0]
}
