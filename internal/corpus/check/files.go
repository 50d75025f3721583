package check

import (
	"context"
	"os"
	"path/filepath"

	"github.com/boctin/boctin/crawl/warc"
)

// checkFiles holds the WARC files of a crawl against their indexes, and the
// newest one against what the crawl says it has written.
func (c *Check) checkFiles(ctx context.Context, tell func(string, ...any)) error {
	mark, err := c.pages.Written(ctx)
	if err != nil {
		return err
	}
	files, err := warc.Files(filepath.Join(c.db.Dir, "warc"))
	if err != nil {
		return err
	}
	for _, file := range files {
		faults, err := warc.CheckIndex(file)
		if err != nil {
			return err
		}
		if len(faults) > 0 {
			tell("warc/%s, and %d more lines like it: the next crawl makes it anew", faults[0], len(faults)-1)
		}
	}
	if mark.File == "" {
		return nil
	}
	info, err := os.Stat(filepath.Join(c.db.Dir, "warc", mark.File))
	switch {
	case err != nil:
		tell("warc/%s is not there, though %d bytes of it were written: bring the file back", mark.File, mark.Size)
	case info.Size() < mark.Size:
		tell("warc/%s holds %d bytes, and %d were written: bring the file back, or crawl again: what is missing is fetched when it is due", mark.File, info.Size(), mark.Size)
	case info.Size() > mark.Size:
		tell("warc/%s holds %d bytes that the database knows nothing of: a crawl is at work, or was broken off; the next crawl cuts them", mark.File, info.Size()-mark.Size)
	}
	return nil
}
