package input

import (
	"archive/tar"
	"archive/zip"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// member tells whether a member of an archive may be a page, by its name.
func member(name string) bool {
	base := filepath.Base(name)
	return !strings.HasPrefix(base, ".") && !notPages[strings.ToLower(filepath.Ext(base))]
}

// within names a member of an archive that may itself be a member.
func within(record, name string) string {
	if record == "" {
		return name
	}
	return record + "/" + name
}

func (f *file) tar(record string, src io.Reader, depth int) bool {
	for r := tar.NewReader(src); ; {
		h, err := r.Next()
		switch {
		case errors.Is(err, io.EOF):
			return true
		case err != nil:
			return f.fail(record, tarFault(err))
		case h.Typeflag != tar.TypeReg:
		case !member(h.Name):
			f.pass(kindOf(h.Name))
		case !f.stream(within(record, h.Name), r, depth+1):
			return false
		}
	}
}

func tarFault(err error) error {
	var told *Fault
	if errors.As(err, &told) {
		return err
	}
	return Faultf(Damaged, "the tar archive breaks off (%v): copy the file again", err)
}

// zip reads a zip archive, whose list of members stands at its end: what is not
// a file of its own is first copied to a temporary one.
func (f *file) zip(record string, src io.Reader, depth int) bool {
	if depth == 0 && f.size > 0 {
		z, err := zip.OpenReader(f.at.Path)
		if err == nil {
			defer z.Close()
			f.walk.set.read.Add(f.size)
			return f.members(record, z.File, depth)
		}
		return f.fail(record, zipFault(err))
	}
	spool, err := os.CreateTemp("", "boctin-*.zip")
	if err != nil {
		return f.fail(record, spoolFault(err))
	}
	defer os.Remove(spool.Name())
	defer spool.Close()
	size, err := io.Copy(spool, io.LimitReader(src, maxSpool+1))
	var written *fs.PathError
	switch {
	case errors.As(err, &written) && written.Path == spool.Name():
		return f.fail(record, spoolFault(err))
	case err != nil:
		return f.fail(record, readFault(err))
	case size > maxSpool:
		return f.fail(record, Faultf(TooLarge, "a zip archive of more than %s that is no file of its own: save it as a file and name that", Bytes(maxSpool)))
	}
	z, err := zip.NewReader(spool, size)
	if err != nil {
		return f.fail(record, zipFault(err))
	}
	return f.members(record, z.File, depth)
}

func spoolFault(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	return Faultf(Unreadable, "no place to unpack the zip archive in %s: %w: make room there, or name another folder in TMPDIR", os.TempDir(), err)
}

// maxSpool is how much of the disk a zip archive inside a stream may take.
const maxSpool = 8 << 30

func zipFault(err error) error {
	return Faultf(Damaged, "the zip archive is damaged (%v): copy the file again", err)
}

func (f *file) members(record string, members []*zip.File, depth int) bool {
	collection := isWACZ(members)
	for _, m := range members {
		if collection && !strings.HasPrefix(m.Name, "archive/") {
			f.pass("index and list files of the web archive")
			continue
		}
		if m.Name == "mimetype" { // of an e-book or office file
			f.pass(kindOf(m.Name))
			continue
		}
		if !f.zipMember(within(record, m.Name), m, depth) {
			return false
		}
	}
	return true
}

// isWACZ tells a web archive collection, whose pages stand in archive/ and whose
// other members are lists of them.
func isWACZ(members []*zip.File) bool {
	archives, lists := false, false
	for _, m := range members {
		archives = archives || strings.HasPrefix(m.Name, "archive/") && strings.Contains(m.Name, ".warc")
		lists = lists || m.Name == "datapackage.json" || m.Name == "pages/pages.jsonl" || strings.HasPrefix(m.Name, "indexes/")
	}
	return archives && lists
}

func (f *file) zipMember(record string, m *zip.File, depth int) bool {
	if m.Mode()&fs.ModeType != 0 {
		return true
	}
	if !member(m.Name) {
		f.pass(kindOf(m.Name))
		return true
	}
	if m.Flags&encrypted != 0 {
		return f.fail(record, Faultf(Unreadable, "the member is encrypted: unpack the archive with its password first"))
	}
	r, err := m.Open()
	if err != nil {
		return f.fail(record, memberFault(err))
	}
	defer r.Close()
	return f.stream(record, &meter{told{r, memberFault}, f}, depth+1)
}

// encrypted is the bit that members of a zip archive with a password have.
const encrypted = 1

func memberFault(err error) error {
	return Faultf(Damaged, "the member cannot be unpacked (%w): copy the archive again", err)
}
