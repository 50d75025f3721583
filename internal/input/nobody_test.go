//go:build !linux

package input

import (
	"os"
	"testing"
)

// asNobody passes over a test that root, who may read everything, cannot do.
func asNobody(t *testing.T, dir string) {
	if os.Geteuid() == 0 {
		t.Skip("root may read everything: run it as another user")
	}
}
