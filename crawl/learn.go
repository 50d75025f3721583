package crawl

import (
	"net/url"
	"strings"

	"github.com/boctin/boctin/crawl/discover"
	"github.com/boctin/boctin/crawl/frontier"
)

// forms is what the pages of a site turned out to be, by the form of their URL.
// It is guarded by the mutex of the site.
type forms map[string]*frontier.Form

const (
	enoughArticles = 2 // pages of a form that make it one of articles,
	fewOthers      = 4 // where there are so many times more of them than of others
	enoughOthers   = 8 // pages of a form without an article that make it one of none
)

// learn notes what a page turned out to be.
func (s *site) learn(u *url.URL, article bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	name := discover.Form(u)
	f := s.forms[name]
	if f == nil {
		if len(s.forms) >= maxForms {
			return
		}
		f = &frontier.Form{}
		s.forms[name] = f
	}
	if article {
		f.Articles++
	} else {
		f.Others++
	}
}

// maxForms bounds the forms of a site.
const maxForms = 5000

// learnt says what the pages of a URL's form were: articles, or never any.
func (s *site) learnt(u *url.URL) (articles, none bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f := s.forms[discover.Form(u)]
	if f == nil {
		return false, false
	}
	return f.Articles >= enoughArticles && f.Articles >= fewOthers*f.Others, f.Articles == 0 && f.Others >= enoughOthers
}

// looksLikeArticle judges a URL by the site's pattern, by its looks, or by what
// others of its form turned out to be.
func looksLikeArticle(s *site, u *url.URL) bool {
	if yes, known := s.crawlOf().IsArticle(u); known {
		return yes
	}
	if discover.LooksLikeArticle(u) {
		return !isXML(u)
	}
	articles, _ := s.learnt(u)
	_, paging := discover.Paging(u)
	return articles && !paging && !isXML(u)
}

// mayBeArticle tells whether a URL that does not look like an article's may be one.
func mayBeArticle(s *site, u *url.URL) bool {
	if yes, known := s.crawlOf().IsArticle(u); known {
		return yes
	}
	_, none := s.learnt(u)
	return !none && u.Path != "/"
}

func isXML(u *url.URL) bool { return strings.HasSuffix(u.Path, ".xml") }
