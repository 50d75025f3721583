package export

import "os"

// swapByThree gives two folders each other's name in three steps; for the time
// between the first two, b has no folder.
func swapByThree(a, b string) error {
	aside := b + ".old"
	if err := os.Rename(b, aside); err != nil {
		return err
	}
	if err := os.Rename(a, b); err != nil {
		os.Rename(aside, b)
		return err
	}
	return os.Rename(aside, a)
}
