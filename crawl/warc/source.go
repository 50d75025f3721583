package warc

import "io"

const (
	window = 256 << 10 // bytes that can be read again after damage
	chunk  = 64 << 10  // bytes asked of the file at a time
)

// source is a stream that knows its position and can go back a little. The
// bytes gone back in all are bounded by the bytes read, so that hostile damage
// costs linear time.
type source struct {
	r      io.Reader
	buf    []byte
	base   int64 // position of buf[0]
	at     int
	end    int
	err    error
	credit int64 // bytes that may still be gone back
}

func newSource(r io.Reader) *source {
	return &source{r: r, buf: make([]byte, window+chunk), credit: 1 << 20}
}

func (s *source) pos() int64 { return s.base + int64(s.at) }

// failed gives the error of the file itself, if reading it failed.
func (s *source) failed() error {
	if s.err == io.EOF {
		return nil
	}
	return s.err
}

// fill reads more behind the bytes that are held; false at the end.
func (s *source) fill() bool {
	if s.err != nil {
		return false
	}
	if len(s.buf)-s.end < chunk {
		drop := min(s.at, s.end-window)
		copy(s.buf, s.buf[drop:s.end])
		s.base, s.at, s.end = s.base+int64(drop), s.at-drop, s.end-drop
	}
	n, err := s.r.Read(s.buf[s.end:])
	s.end, s.err, s.credit = s.end+n, err, s.credit+int64(n)
	return n > 0 || err == nil
}

// peek gives the next n bytes, or fewer at the end.
func (s *source) peek(n int) []byte {
	for s.end-s.at < n && s.fill() {
	}
	return s.buf[s.at:min(s.at+n, s.end)]
}

func (s *source) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	if len(s.peek(1)) == 0 {
		return 0, s.err
	}
	n := copy(p, s.buf[s.at:s.end])
	s.at += n
	return n, nil
}

func (s *source) ReadByte() (byte, error) {
	if s.at == s.end && len(s.peek(1)) == 0 {
		return 0, s.err
	}
	s.at++
	return s.buf[s.at-1], nil
}

func (s *source) UnreadByte() error {
	s.at--
	return nil
}

// back returns to a position, or as near to it as the window and the credit allow.
func (s *source) back(to int64) {
	to = max(to, s.base, s.pos()-s.credit)
	if to < s.pos() {
		s.credit -= s.pos() - to
		s.at = int(to - s.base)
	}
}
