package pack

import (
	"bytes"
	"testing"
)

// TestPacks packs articles together, one of them larger than a frame, and reads each.
func TestPacks(t *testing.T) {
	all := &Row{0: []byte("một"), 3: bytes.Repeat([]byte("hai "), packFrame), 4: []byte("ba"), 63: []byte("bốn")}
	packed, err := all.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range all {
		got, err := new(Opened).One(packed, 7<<Bits|int64(i))
		if !bytes.Equal(got, want) || (err == nil) != (want != nil) {
			t.Errorf("%d: %d bytes, want %d, %v", i, len(got), len(want), err)
		}
	}
	for n := range packed {
		var some Row
		if err := some.Read(packed[:n], 1<<63); err == nil && some[63] != nil {
			t.Errorf("%d of %d bytes hold the last", n, len(packed))
		}
	}
}

// TestOpenedBesideDamage reads of one row what is whole, and tells of what is not each time,
// whatever was read before.
func TestOpenedBesideDamage(t *testing.T) {
	var p Row
	for i := range p {
		p[i] = bytes.Repeat([]byte{byte(i + 1)}, packFrame/4)
	}
	packed, err := p.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	damaged := bytes.Clone(packed[:len(packed)-1]) // in the last frame
	var o Opened
	for range 2 {
		for i := range p {
			got, err := o.One(packed, int64(i))
			if err != nil || !bytes.Equal(got, p[i]) {
				t.Errorf("article %d: %v", i, err)
			}
			if got, err := o.One(damaged, int64(i)); err == nil {
				t.Errorf("article %d of a row that is cut: %d bytes and no error", i, len(got))
			}
		}
	}
}
