// Package sample is tried by the test of tools/mutate.
package sample

// Class has conditions of which the test asks some only for one answer.
func Class(n int, odd bool) string {
	if n < 0 || n > 1000 {
		return "outside"
	}
	switch half := n / 2; half {
	case 0, 1:
		return "small"
	case 2:
		if odd && n == 5 {
			return "five"
		}
	}
	for n > 500 {
		n--
	}
	return "number"
}

// Endless does not end without its condition, and gathers memory.
func Endless(n int) (all []int) {
	for {
		if len(all) == n {
			return all
		}
		all = append(all, n)
	}
}

// Unasked is called by no test.
func Unasked(a, b bool) bool { return a && b }
