package storing

import (
	"context"

	"github.com/boctin/boctin"
)

// reread reads the page of an article anew, and says where it came from as before.
func (r *Renewing) reread(ctx context.Context, c *Storing, o *old, was *boctin.Article) (*boctin.Article, error) {
	page, err := c.pages.Page(ctx, o.URL)
	if err != nil {
		return nil, err
	}
	a, err := r.Stages.Article(page)
	if err != nil {
		return nil, err
	}
	layout, format, charset := a.Source.Layout, a.Source.Format, a.Source.Charset
	a.Source, a.ID, a.URL, a.Site = was.Source, was.ID, was.URL, was.Site
	a.Source.Layout, a.Source.Format, a.Source.Charset = layout, format, charset
	return &a, nil
}
