// Package arena makes many values of one type that are wanted no longer than the article
// that they are made for, in memory that the next article uses again.
package arena

// atOnce is how many values are made together.
const atOnce = 16

// mostBlocks is how much memory is kept for the next article: blocks of atOnce values.
const mostBlocks = 64

// Arena makes values of a type. Only one goroutine may use it.
type Arena[T any] struct {
	blocks [][]T
	used   int // values
}

// New gives a zero value; it is good until Clear.
func (a *Arena[T]) New() *T {
	k := a.used / atOnce
	if k == len(a.blocks) {
		a.blocks = append(a.blocks, make([]T, atOnce))
	}
	v := &a.blocks[k][a.used%atOnce]
	a.used++
	return v
}

// List gives an empty list with room for one value; it is good until Clear.
func (a *Arena[T]) List() []T {
	a.New()
	k, n := (a.used-1)/atOnce, (a.used-1)%atOnce
	return a.blocks[k][n : n : n+1]
}

// Clear takes all values back. It keeps nothing that they point to, and no more memory
// than most articles need.
func (a *Arena[T]) Clear() {
	if len(a.blocks) > mostBlocks {
		clear(a.blocks[mostBlocks:])
		a.blocks = a.blocks[:mostBlocks]
	}
	for left := a.used; left > 0; left -= atOnce {
		k := (a.used - left) / atOnce
		if k == len(a.blocks) {
			break
		}
		clear(a.blocks[k][:min(left, atOnce)])
	}
	a.used = 0
}
