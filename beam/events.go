package beam

import (
	"cmp"
	"encoding/json"
	"slices"
	"strconv"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/identity"
)

// The steps below are identity.Together over many machines: what each article tells, who
// its officials are, then the events of one kind on one day.

// account is an event as one article tells it; Nth counts those of the article from 0.
type account struct {
	Nth   int
	Event identity.Event
}

// compare puts tellings in the order in which a corpus joins them.
func (a *account) compare(b *account) int {
	x, y := &a.Event.Articles[0], &b.Event.Articles[0]
	return cmp.Or(cmp.Compare(one(x.Published == ""), one(y.Published == "")), cmp.Compare(x.Published, y.Published), cmp.Compare(x.URL, y.URL), cmp.Compare(a.Nth, b.Nth))
}

func one(holds bool) int {
	if holds {
		return 1
	}
	return 0
}

// eventsOf gives the events of a record, as JSON.
func eventsOf(r *boctin.Record, article string) (all []string) {
	for i := range r.Events {
		e := &r.Events[i]
		t := account{i, identity.Event{Kind: e.Kind, Name: e.Name, Status: e.Status, Date: e.Date, Place: e.Place, Rank: e.Rank, FromRank: e.FromRank, Measure: e.Measure,
			Officials: officialsOf(r, e), Agencies: agenciesOf(r, e), Articles: []identity.Telling{{URL: article, Title: r.Title, Text: e.Text}}}}
		if e.Post != nil {
			t.Event.Title = e.Post.Title
		}
		if r.Published != nil {
			t.Event.Articles[0].Published = r.Published.Value
		}
		raw, _ := json.Marshal(t) // strings and numbers: cannot fail
		all = append(all, string(raw))
	}
	return all
}

// officialsOf gives those of an event by their ids in the record, in its order.
func officialsOf(r *boctin.Record, e *boctin.Event) (list []identity.Attendance) {
	roles := map[string]string{}
	for _, x := range e.Roles {
		roles[x.ID] = x.Role
	}
	for i := range r.Officials {
		if id := r.Officials[i].ID; slices.Contains(e.Officials, id) {
			list = append(list, identity.Attendance{ID: id, Role: roles[id]})
		}
	}
	return list
}

func agenciesOf(r *boctin.Record, e *boctin.Event) (list []identity.Attendance) {
	for i := range r.Agencies {
		if a := &r.Agencies[i]; slices.Contains(e.Agencies, a.ID) {
			list = append(list, identity.Attendance{ID: a.ID, Name: a.Name, Country: a.Country})
		}
	}
	return list
}

// TellingsFn parts an article into the events that it tells.
type TellingsFn struct{}

// ProcessElement takes one article.
func (TellingsFn) ProcessElement(article string, p Page, emit func(string, string)) {
	for _, e := range p.Events {
		emit(article, e)
	}
}

// AttendFn says of the events of an article which persons took part, and puts each under
// its kind and day; one without a day is one with no other.
type AttendFn struct{}

// ProcessElement takes one article, what it tells, and who its officials are.
func (AttendFn) ProcessElement(article string, events func(*string) bool, people func(*Known) bool, emit func(string, string)) error {
	who := map[string]Known{}
	for k := (Known{}); people(&k); k = (Known{}) {
		who[k.Local] = k
	}
	for raw := ""; events(&raw); {
		var t account
		if err := json.Unmarshal([]byte(raw), &t); err != nil {
			return err
		}
		var present []identity.Attendance
		for _, o := range t.Event.Officials {
			if k, ok := who[o.ID]; ok {
				present = append(present, identity.Attendance{ID: k.ID, Name: k.Name, Country: k.Country, Role: o.Role})
			}
		}
		t.Event.Officials = present
		line, err := json.Marshal(t)
		if err != nil {
			return err
		}
		key := t.Event.Day() + " " + t.Event.Kind
		if t.Event.Day() == "" {
			key = article + " " + strconv.Itoa(t.Nth)
		}
		emit(key, string(line))
	}
	return nil
}

// WorldFn writes the events of the world with the articles that tell each.
type WorldFn struct{ Parts int }

// ProcessElement takes all that is told of one kind and day.
func (f *WorldFn) ProcessElement(key string, next func(*string) bool, emit func(int, string)) error {
	var list []*account
	for raw := ""; next(&raw); {
		t := &account{}
		if err := json.Unmarshal([]byte(raw), t); err != nil {
			return err
		}
		list = append(list, t)
	}
	slices.SortFunc(list, (*account).compare)
	events := make([]*identity.Event, len(list))
	for i, t := range list {
		events[i] = &t.Event
	}
	for _, e := range identity.Together(events) {
		line, err := jsonLine(e)
		if err != nil {
			return err
		}
		emit(partOf(key, f.Parts), line)
	}
	return nil
}
