package warc

import (
	"math"
	"os"
	"path/filepath"
	"time"
)

// Begin makes a new WARC file of a name in a directory and a writer for it, which
// never begins another by itself.
func Begin(dir, name, software string) (*Writer, error) {
	w, err := Open(dir, software, Mark{}, math.MaxInt64)
	if err != nil {
		return nil, err
	}
	if w.f, err = os.OpenFile(filepath.Join(dir, name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666); err != nil {
		return nil, err
	}
	w.mark = Mark{File: name}
	return w, w.describe(time.Now().UTC())
}

// Resource is a document that came from elsewhere than a server.
type Resource struct {
	URI         string
	Date        time.Time // when it was fetched or saved
	ContentType string
	Body        []byte
}

// AppendResource writes a resource record and says where it stands. On an error
// the file is cut back to where it was.
func (w *Writer) AppendResource(r *Resource) (Place, error) {
	if err := w.room(); err != nil {
		return Place{}, err
	}
	w.buf.Reset()
	id := newID()
	place := Place{File: w.mark.File, Offset: w.mark.Size, ID: id, Digest: Digest(r.Body)}
	w.member(append(w.header(TypeResource, id, &Exchange{URI: r.URI, Date: r.Date}),
		Field{"Content-Type", oneLine(r.ContentType)}, Field{"WARC-Payload-Digest", place.Digest}), nil, r.Body)
	place.Length = int64(w.buf.Len())
	return place, w.flush()
}

// Size tells how many bytes the file at hand has.
func (w *Writer) Size() int64 { return w.mark.Size }
