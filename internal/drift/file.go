package drift

import (
	"bufio"
	"bytes"
	"errors"
	"os"
	"strings"
)

// File is the digests of texts as they were when somebody looked at them last, by ID.
type File map[string]Digest

// listMark stands before the name of a list whose items follow by their number.
const listMark = "# "

// Read reads a file of digests.
func Read(path string) (File, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	f, list := File{}, ""
	for lines := bufio.NewScanner(bytes.NewReader(data)); lines.Scan(); {
		if name, ok := strings.CutPrefix(lines.Text(), listMark); ok {
			list = name
			continue
		}
		id, digest, ok := strings.Cut(lines.Text(), " ")
		if !ok {
			return nil, errors.New(path + ": a line without a digest: make golden writes the file anew")
		}
		f[list+id] = Digest(digest)
	}
	return f, nil
}

// Writer writes a file of digests: a line each, its ID first; of the items of a list, their
// number, behind a line that names the list.
type Writer struct {
	bytes.Buffer
	list string
}

// Add writes a digest.
func (w *Writer) Add(id string, d Digest) {
	list, number := "", id
	if at := strings.LastIndexByte(id, ':'); at >= 0 {
		list, number = id[:at+1], id[at+1:]
	}
	if list != w.list {
		w.list = list
		w.WriteString(listMark + list + "\n")
	}
	w.WriteString(number + " " + string(d) + "\n")
}
