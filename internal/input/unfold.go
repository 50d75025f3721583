package input

import "io"

// What one input may unfold to: archives inside archives repeat themselves, so
// that a hundred kilobytes can hold a hundred thousand pages. Saved pages shrink
// to a tenth and a member of an archive takes some hundred bytes, so that no
// archive of real pages comes near.
const (
	unfoldBytes  = 64 << 20 // any input may unfold to so many bytes,
	unfoldTimes  = 200      // and to so many times its own size;
	unfoldPages  = 10_000   // any archive may hold so many pages,
	bytesPerPage = 50       // and one more for so many bytes of it
)

// meter counts what is unpacked of a file, and ends it where that is too much.
type meter struct {
	io.Reader
	f *file
}

func (m *meter) Read(p []byte) (int, error) {
	n, err := m.Reader.Read(p)
	m.f.unfolded += int64(n)
	if fault := m.f.unfolds(); fault != nil {
		m.f.tooMuch = true
		return 0, fault
	}
	return n, err
}

// taken is how many bytes of the file were read.
func (f *file) taken() int64 { return f.walk.set.read.Load() - f.readBefore }

// unfolds fails once the file has unfolded to more than it may.
func (f *file) unfolds() error {
	switch own := f.taken(); {
	case f.unfolded > unfoldBytes+unfoldTimes*own:
		return Faultf(TooLarge, "unfolds to more than %s, %d times its size: unpack it first, if it is meant", Bytes(f.unfolded), f.unfolded/max(own, 1))
	case f.nested && int64(f.index) > unfoldPages+own/bytesPerPage:
		return Faultf(TooLarge, "unfolds to more than %d pages out of %s: unpack it first, if it is meant", f.index, Bytes(own))
	}
	return nil
}
