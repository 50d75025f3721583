package export

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/boctin/boctin/crawl/lock"
)

// folder is an export of several files: a folder, or one zip file of them.
type folder struct {
	format      *Format
	final, temp string
	zip         bool
	lock        *os.File // the open temporary folder
}

// packed is the name of the zip file in the temporary folder.
const packed = "packed.zip"

func openFolder(o Options) (Writer, target, error) {
	f := &folder{format: o.Format, final: o.Path, temp: o.Path + partSuffix, zip: strings.EqualFold(filepath.Ext(o.Path), ".zip")}
	if err := f.replaceable(); err != nil {
		return nil, nil, err
	}
	if err := os.Mkdir(f.temp, 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, nil, cannotWrite(f.temp, err)
	}
	var err error
	if f.lock, err = os.Open(f.temp); err != nil {
		return nil, nil, cannotWrite(f.temp, err)
	}
	if err = own(f.lock, f.temp); err == nil {
		err = f.sweep()
	}
	if err != nil {
		f.lock.Close()
		return nil, nil, cannotWrite(f.temp, err)
	}
	w, err := o.Format.folder(f.temp, o.BOM)
	if err != nil {
		f.abort()
		return nil, nil, cannotWrite(f.temp, err)
	}
	return w, f, nil
}

// replaceable refuses a folder in which there is anything that this format does
// not write, or that people work on.
func (f *folder) replaceable() error {
	if f.zip && !f.format.retake {
		return misuse("%s goes into a folder, not into a zip file: say -o %s", f.format.Name, f.format.example())
	}
	info, err := os.Stat(f.final)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return f.named()
	case err != nil:
		return cannotWrite(f.final, err)
	case f.zip && info.IsDir():
		return misuse("%s is a folder: give another name", f.final)
	case f.zip:
		return nil
	case !info.IsDir():
		return misuse("%s is a file, and %s is a folder: give another name", f.final, f.format.Name)
	}
	entries, err := os.ReadDir(f.final)
	for _, x := range entries {
		if !f.format.retake || !f.format.made.MatchString(x.Name()) || !x.Type().IsRegular() {
			return misuse("the folder %s holds %s, which would be lost: give -o the name of a new folder", f.final, x.Name())
		}
	}
	return cannotWrite(f.final, err)
}

// named refuses the name of a single table for a folder of tables.
func (f *folder) named() error {
	if base, csv := strings.CutSuffix(f.final, ".csv"); csv {
		return misuse("%s would be one file, and csv is eight tables: say -o %s/ for a folder or -o %s.zip", f.final, base, base)
	}
	return nil
}

// sweep empties the temporary folder of what an export wrote there; anything
// else is not ours to remove.
func (f *folder) sweep() error {
	entries, err := os.ReadDir(f.temp)
	if err != nil {
		return err
	}
	for _, x := range entries {
		if x.Name() != packed && !f.format.made.MatchString(x.Name()) {
			return fmt.Errorf("%s holds %s, which no export writes: move it away", f.temp, x.Name())
		}
		if err := os.Remove(filepath.Join(f.temp, x.Name())); err != nil {
			return err
		}
	}
	return nil
}

func (f *folder) commit() error {
	defer f.lock.Close()
	if f.zip {
		if err := f.pack(); err != nil {
			return err
		}
		return errors.Join(os.Rename(filepath.Join(f.temp, packed), f.final), f.remove())
	}
	if old, err := os.ReadDir(f.final); err != nil || len(old) == 0 {
		return lock.Finish(f.lock, f.temp, f.final)
	}
	if err := swap(f.temp, f.final); err != nil {
		return err
	}
	return f.remove() // the former export
}

// remove takes the temporary folder away.
func (f *folder) remove() error { return errors.Join(f.sweep(), os.Remove(f.temp)) }

func (f *folder) abort() {
	f.remove()
	f.lock.Close()
}

// pack puts the files into one archive.
func (f *folder) pack() error {
	out, err := os.Create(filepath.Join(f.temp, packed))
	if err != nil {
		return err
	}
	defer out.Close()
	z := zip.NewWriter(out)
	entries, err := os.ReadDir(f.temp)
	for _, x := range entries {
		if x.Name() != packed && err == nil {
			err = f.packOne(z, x.Name())
		}
	}
	if err != nil {
		return err
	}
	return errors.Join(z.Close(), out.Sync())
}

func (f *folder) packOne(z *zip.Writer, name string) error {
	in, err := os.Open(filepath.Join(f.temp, name))
	if err != nil {
		return err
	}
	defer in.Close()
	w, err := z.Create(name)
	if err != nil {
		return err
	}
	_, err = io.Copy(w, in)
	return err
}
