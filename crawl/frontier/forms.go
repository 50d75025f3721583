package frontier

import "database/sql"

// Form counts what the pages of one form of URL turned out to be.
type Form struct{ Articles, Others int }

// Forms gives what is known of the forms of a site's URLs.
func (f *Frontier) Forms(site string) (map[string]*Form, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	out := map[string]*Form{}
	err := f.each(`SELECT form, articles, others FROM forms WHERE site = ?`, []any{site}, func(rows *sql.Rows) error {
		var name string
		var form Form
		err := rows.Scan(&name, &form.Articles, &form.Others)
		out[name] = &form
		return err
	})
	return out, err
}

// SaveForms keeps the forms of a site's URLs.
func (f *Frontier) SaveForms(site string, forms map[string]*Form) error {
	return f.within(func() error {
		for name, form := range forms {
			if _, err := f.exec(`INSERT OR REPLACE INTO forms VALUES (?,?,?,?)`, site, name, form.Articles, form.Others); err != nil {
				return err
			}
		}
		return nil
	})
}
