package register

import (
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/identity"
)

// Office gives the number of a post.
func (w *Numbers) Office(p identity.Post) (int64, error) {
	return store.Remember(w.offices, p, func() (int64, error) {
		var agency any
		if p.Agency != "" {
			n, err := w.Mentioned(p.Agency, p.AgencyName)
			if err != nil {
				return 0, err
			}
			agency = n
		}
		return w.tx.Find(`SELECT n FROM offices WHERE title = ?1 AND COALESCE(agency, 0) = COALESCE(?2, 0) AND agency_name = ?3 AND former = ?4 AND acting = ?5 AND parent = ?6 AND place = ?7`,
			`INSERT INTO offices (title, agency, agency_name, former, acting, parent, place) VALUES (?,?,?,?,?,?,?)`,
			p.Title, agency, p.AgencyName, p.Former, p.Acting, p.Parent, p.Place)
	})
}

// Posts gives the posts of numbers, which nobody changes.
func (w *Numbers) Posts(offices []int64) (posts []identity.Post, err error) {
	if len(offices) == 1 {
		return store.Remember(w.postsAlone, offices[0], func() ([]identity.Post, error) {
			p, err := w.post(offices[0])
			return []identity.Post{p}, err
		})
	}
	for _, n := range offices {
		p, err := w.post(n)
		if err != nil {
			return nil, err
		}
		posts = append(posts, p)
	}
	return posts, nil
}

// post gives the post of a number.
func (w *Numbers) post(n int64) (p identity.Post, err error) {
	if p, known := w.postsKnown[n]; known {
		return p, nil
	}
	err = w.tx.Row(`SELECT h.title, COALESCE(g.id, ''), h.agency_name, h.parent, h.place, h.former, h.acting FROM offices h LEFT JOIN agencies g ON g.n = h.agency WHERE h.n = ?`, n).
		Scan(&p.Title, &p.Agency, &p.AgencyName, &p.Parent, &p.Place, &p.Former, &p.Acting)
	if err == nil {
		w.postsKnown[n] = p
		w.offices[p] = n
	}
	return p, err
}
