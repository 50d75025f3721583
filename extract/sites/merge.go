package sites

// inherit fills what a site leaves out from its family; what must be skipped
// is added.
func (c *Crawl) inherit(f *Crawl) {
	if c.Feeds == nil {
		c.Feeds = f.Feeds
	}
	if c.Sitemaps == nil {
		c.Sitemaps = f.Sitemaps
	}
	if c.Article == nil {
		c.Article = f.Article
	}
	if c.Paging == "" {
		c.Paging, c.First = f.Paging, f.First
	}
	if c.Delay == 0 {
		c.Delay = f.Delay
	}
	if c.Listing == nil {
		c.Listing = f.Listing
	}
	c.Skip = append(c.Skip, f.Skip...)
}

// join lays a site's layouts over its family's. Each pair of both is a layout
// that needs both marks; the family's alone come last.
func join(own, family []*Layout) []*Layout {
	var all []*Layout
	for _, o := range own {
		for _, f := range family {
			all = append(all, o.over(f))
		}
		all = append(all, o)
	}
	if len(own) == 0 || own[len(own)-1].If != nil {
		all = append(all, family...)
	}
	return all
}

// over is the family's layout with the site's own parts in front; a page must
// bear the marks of both.
func (o *Layout) over(f *Layout) *Layout {
	m := *o
	if m.Name == "" {
		m.Name = f.Name
	}
	m.If = append(append([]Selector(nil), o.If...), f.If...)
	fill := func(part *Selector, from Selector) {
		if *part == nil {
			*part = from
		}
	}
	fill(&m.Title, f.Title)
	fill(&m.Lead, f.Lead)
	fill(&m.Body, f.Body)
	fill(&m.Author, f.Author)
	fill(&m.Date, f.Date)
	fill(&m.Section, f.Section)
	fill(&m.Tags, f.Tags)
	m.Caption = union(o.Caption, f.Caption)
	m.Drop = union(o.Drop, f.Drop)
	m.Keep = union(o.Keep, f.Keep)
	return &m
}

func union(a, b Selector) Selector {
	return append(append(Selector(nil), a...), b...)
}
