package beam

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"runtime"
	"strconv"
	"testing"
	"time"

	sdk "github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/identity"
)

func init() {
	sdk.RegisterDoFn(reflect.TypeOf(&MadeFn{}))
	register.Emitter2[string, Page]()
}

// MadeFn makes articles that nobody wrote: each with three officials and one event.
type MadeFn struct{ Articles, Seeds int }

// ProcessElement makes the articles of one seed.
func (f *MadeFn) ProcessElement(seed int, emit func(string, Page)) error {
	if _, err := here.prepare(&Options{MaxBytes: 1 << 20}); err != nil {
		return err
	}
	r := rand.New(rand.NewPCG(uint64(seed), 1))
	names := rand.NewZipf(r, 1.1, 8, 60_000)
	for i := seed; i < f.Articles; i += f.Seeds {
		p := madeOf(r, names, i)
		emit(p.Article, p)
	}
	return nil
}

// families and givens make names; one appearance in eight is of a foreigner.
var (
	families = []string{"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ"}
	givens   = []string{"An", "Bình", "Cường", "Dũng", "Hải", "Hùng", "Khánh", "Long", "Minh", "Nam", "Phong", "Quang", "Sơn", "Thắng", "Tuấn", "Việt", "Xuân", "Yến"}
	states   = []string{"US", "CN", "LA", "KH", "RU", "JP", "FR"}
	titles   = []string{"Chủ tịch", "Phó Chủ tịch", "Giám đốc", "Bí thư"}
	places   = []string{"Nghệ An", "Hà Tĩnh", "Cà Mau", "Lào Cai", "Gia Lai", "Đồng Nai", "Ninh Bình", "Phú Thọ"}
)

func madeOf(r *rand.Rand, names *rand.Zipf, i int) Page {
	day := time.Date(2016, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i%3650).Format(time.DateOnly)
	p := Page{Article: "https://bao.example/" + strconv.Itoa(i), ID: strconv.Itoa(i), Document: i, Published: day}
	e := account{0, identity.Event{Kind: "meeting", Status: boctin.Done, Date: day, Articles: []identity.Telling{{URL: p.Article, Published: day}}}}
	for k := range 3 {
		n := int(names.Uint64())
		a := identity.Appearance{Local: "o" + strconv.Itoa(k), Name: families[n%10] + " " + givens[n/10%18] + " " + givens[n/180%18], Country: "VN",
			Posts: []identity.Post{{Title: titles[n/7%4], Agency: "vn/ubnd-" + strconv.Itoa(n%8), AgencyName: "Ủy ban nhân dân tỉnh " + places[n%8]}}}
		if n%8 == 0 {
			a.Name, a.Country, a.Posts = fmt.Sprintf("Aber%c Bo%d", 'a'+rune(n%26), n), states[n/8%7], []identity.Post{{Title: "Đại sứ"}}
		}
		p.People = append(p.People, Person{here.people.Block(&a), a.Local, a.Said()})
		e.Event.Officials = append(e.Event.Officials, identity.Attendance{ID: a.Local})
	}
	raw, _ := json.Marshal(e)
	p.Events = []string{string(raw)}
	return p
}

// TestStepsAtScale runs the steps over all articles on Prism for as many appearances as
// BOCTIN_APPEARANCES says, and tells time and memory.
func TestStepsAtScale(t *testing.T) {
	n, _ := strconv.Atoi(os.Getenv("BOCTIN_APPEARANCES"))
	if n == 0 {
		t.Skip("BOCTIN_APPEARANCES=1000000 measures the steps over all articles")
	}
	o := Options{Output: t.TempDir(), Formats: []string{JSONLines}, Posts: true, Events: true, Parts: 16, MaxBytes: 1 << 20}
	const seeds = 200
	list := make([]int, seeds)
	for i := range list {
		list[i] = i
	}
	sdk.Init()
	pipeline, s := sdk.NewPipelineWithRoot()
	overAll(s, o, sdk.ParDo(s, &MadeFn{n / 3, seeds}, sdk.CreateList(s, list)))
	begun := time.Now()
	result, err := beamx.RunWithMetrics(t.Context(), pipeline)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range result.Metrics().AllMetrics().Counters() {
		if c.Namespace() == namespace {
			t.Logf("%s %d", c.Name(), c.Result())
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	t.Logf("%d appearances in %s, %d MB from the system", n, time.Since(begun).Round(time.Second), m.Sys>>20)
}
