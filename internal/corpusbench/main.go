// Command corpusbench measures the verbs of a corpus as a user would time them:
// it makes a corpus of invented articles, lets boctin store it, changes one page
// in a hundred, stores and renormalizes, and asks every question of
// docs/database.md.
//
//	go run ./internal/corpusbench -n 50000
//	go run ./internal/corpusbench -growth -n 150000
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/boctin/boctin/crawl/warc"
	"github.com/boctin/boctin/internal/corpus"
	"github.com/boctin/boctin/internal/corpus/search"
	"github.com/boctin/boctin/internal/export"
)

func main() {
	log.SetFlags(0)
	n := flag.Int("n", 50000, "articles to make")
	program := flag.String("bin", "bin/boctin", "the program")
	keep := flag.String("keep", "", "make the corpus in this directory and leave it there")
	reuse := flag.Bool("reuse", false, "measure the corpus that -keep left; it is not made again")
	without := flag.String("without", "", "leave out these `VERBS`, with commas between")
	alone := flag.Bool("screens", false, "time the screens of boctin serve alone, of the corpus that -keep left")
	docs := flag.String("docs", "docs/database.md", "the questions in SQL")
	pages := flag.Bool("archive", false, "write the archive of the pages, and store nothing")
	growth := flag.Bool("growth", false, "print what 10,000 items cost in corpora from 20,000 to -n")
	held := flag.Int("from", 0, "so many articles the corpus that -keep left holds already")
	flag.Parse()
	dir := *keep
	if *alone {
		if err := screens(dir); err != nil {
			log.Fatal("corpusbench: ", err)
		}
		return
	}
	if dir == "" {
		temp, err := os.MkdirTemp("", "corpusbench-")
		if err != nil {
			log.Fatal("corpusbench: ", err)
		}
		defer os.RemoveAll(temp)
		dir = temp
	}
	b := &bench{*n, *program, dir, strings.Split(*without, ","), context.Background()}
	var err error
	if *growth {
		err = b.grow(*held, *n)
	} else if *pages {
		err = archive(dir, 0, *held, *n, 1)
	} else if err = b.make(*reuse, *held); err == nil {
		err = b.measure(*docs)
	}
	if err != nil {
		log.Print("corpusbench: ", err)
		if *keep == "" {
			os.RemoveAll(dir)
		}
		os.Exit(1)
	}
}

type bench struct {
	n            int // articles
	program, dir string
	without      []string
	context      context.Context
}

// make stores the first edition of all pages but those that are held.
func (b *bench) make(reuse bool, held int) error {
	fmt.Printf("%d articles\n\n| what | s | said |\n|---|---|---|\n", b.n)
	if !reuse {
		if err := archive(b.dir, 0, held, b.n, 1); err != nil {
			return err
		}
		if err := b.timed("refresh", "--no-fetch"); err != nil {
			return err
		}
	}
	return b.timed("refresh", "--no-fetch")
}

func (b *bench) measure(docs string) error {
	files, err := filepath.Glob(filepath.Join(b.dir, "warc", "*.warc.gz"))
	if err != nil {
		return err
	}
	if err := archive(b.dir, len(files), 0, b.n, 100); err != nil {
		return err
	}
	for _, args := range [][]string{{"refresh", "--no-fetch"}, {"renormalize", "--all"}, {"diff"}, {"check"}, {"stats"},
		{"search", "dai ta"}, {"search", "công an tỉnh nghệ an"}, {"search", "hop dan ma tuy"}, {"search", "khongcochunay"},
		{"who", "tran van mau"}, {"agency", "bo cong an"}, {"met", "--named", "--month", "2024-05"}, {"met", "tran van mau"}, {"events", "--kind", "meeting", "--from", "2024-05-01", "--to", "2024-05-31"}, {"new", "--since", "2999-01-01"}, {"duplicates"}} {
		if slices.Contains(b.without, args[0]) {
			continue
		}
		if err := b.timed(args...); err != nil {
			return err
		}
	}
	if err := b.exports(); err != nil {
		return err
	}
	if err := ask(b.dir, docs); err != nil {
		return err
	}
	return screens(b.dir)
}

// exports times an export in every format.
func (b *bench) exports() error {
	if slices.Contains(b.without, "export") {
		return nil
	}
	out, err := os.MkdirTemp("", "corpusbench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(out)
	for _, f := range export.Formats {
		if err := b.timed("export", "--format", f.Name, "-o", filepath.Join(out, f.Name)); err != nil {
			return err
		}
	}
	return nil
}

// timed runs the program and prints a row of the table.
func (b *bench) timed(args ...string) error {
	cmd := exec.Command(b.program, append(args, "--corpus", b.dir)...)
	var said strings.Builder
	cmd.Stderr = &said
	begun := time.Now()
	err := cmd.Run()
	took := time.Since(begun)
	lines := strings.Split(strings.TrimSpace(said.String()), "\n")
	fmt.Printf("| `boctin %s` | %.3f | %s |\n", strings.Join(args, " "), took.Seconds(), lines[len(lines)-1])
	if err != nil {
		return fmt.Errorf("%v: %w: %s", args, err, said.String())
	}
	return nil
}

// ask times every query of the document, and a search inside a process.
func ask(dir, docs string) error {
	c, err := corpus.Open(dir)
	if err != nil {
		return err
	}
	defer c.Close()
	raw, err := os.ReadFile(docs)
	if err != nil {
		return err
	}
	ctx := context.Background()
	fmt.Print("\n| question | ms | rows |\n|---|---|---|\n")
	for _, q := range []string{"dai ta", "cong an", "lê văn thử", "hop dan ma tuy"} {
		begun := time.Now()
		found, err := c.Search.Find(ctx, search.Searching{Query: q, Limit: 20})
		if err != nil {
			return err
		}
		fmt.Printf("| search %s | %.1f | %d |\n", q, time.Since(begun).Seconds()*1e3, len(found.Hits))
	}
	parts := strings.Split(string(raw), "```sql\n")
	for i, part := range parts[1:] {
		before := strings.Split(strings.TrimSpace(parts[i]), "\n")
		q, _, _ := strings.Cut(part, "```")
		begun := time.Now()
		n, err := c.DB.Count(ctx, q)
		if err != nil {
			return err
		}
		fmt.Printf("| %s | %.1f | %d |\n", strings.TrimSuffix(before[len(before)-1], ":"), time.Since(begun).Seconds()*1e3, n)
	}
	return nil
}

// archive writes every step-th of the pages from one number up to another, in their
// given edition.
func archive(dir string, edition, from, to, step int) error {
	w, err := warc.Open(filepath.Join(dir, "warc"), "corpusbench", warc.Mark{}, 0)
	if err != nil {
		return err
	}
	for i := from; i < to; i += step {
		if _, err := w.Append(&warc.Exchange{URI: fmt.Sprintf("https://bao%d.example.vn/tin-%d.htm", i%7, i), Date: time.Date(2025, 12, 1+edition, 0, 0, 0, 0, time.UTC),
			Request: []byte("GET / HTTP/1.1\r\n\r\n"), Head: []byte("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"),
			Body: []byte(page(i, edition))}); err != nil {
			return err
		}
	}
	return w.Close()
}

var (
	ranks    = []string{"Đại tá", "Thượng tá", "Trung tá", "Thiếu tướng", "Ông", "Bà", "Đồng chí"}
	families = strings.Fields("Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Ngô Nguyễn Hồ Dương Lý Phan")
	middles  = strings.Fields("Văn Thị Đình Quang Minh Hữu Đức Xuân Ngọc Thanh Công Trọng Bá Duy Hồng Kim")
	givens   = strings.Fields(`Mẫu Thử Tạm Nháp Giả Phác Thí Dụ Ví Bản Khuôn Hình Sơn Hải Long Dũng Hùng Cường Thắng Bình
		An Phúc Lộc Thọ Tâm Hạnh Hương Lan Mai Cúc Trúc Tùng Bách Khoa Vinh Huy Khánh Lâm Nam Việt`)
	places  = []string{"Nghệ An", "Cà Mau", "Hà Tĩnh", "Quảng Trị", "Thanh Hóa", "Lào Cai", "Sơn La", "Gia Lai", "Đồng Tháp", "Lâm Đồng"}
	central = []string{"Bộ Công an", "Bộ Quốc phòng", "Bộ Ngoại giao", "Bộ Tư pháp", "Bộ Y tế", "Bộ Công an Trung Quốc", "Bộ Công an Lào", "Thanh tra Chính phủ"}
	matters = []string{"phòng, chống ma túy", "an toàn giao thông", "họp dân", "chữa cháy", "cải cách hành chính", "phòng chống lừa đảo trên mạng", "giúp dân sau mưa lũ", "tuần tra biên giới"}
	verbs   = []string{"chủ trì cuộc họp về", "kiểm tra công tác", "làm việc về", "báo cáo kết quả", "chỉ đạo kế hoạch"}
)

// page invents one page; the same number gives the same page.
func page(i, edition int) string {
	title, body, day := tale(i, edition)
	return fmt.Sprintf(`<!doctype html><html lang="vi"><head><title>%[1]s</title><meta property="article:published_time" content="%[2]s"></head>
<body><nav><a href="/">Trang chủ</a></nav><article><h1>%[1]s</h1><p class="date">%[3]s</p>%[4]s</article></body></html>`,
		title, day.Format("2006-01-02T15:04:05+07:00"), day.Format("02/01/2006 15:04"), body)
}
