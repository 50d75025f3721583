package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

// world is a public life as a large corpus tells it: the one who is named most in
// thousands of articles, most others in one or two (a law of Zipf), some bodies with
// thousands of holders of posts, the same persons meeting again and again, events of
// every kind, and stories that several papers print.
var world = struct {
	persons    uint64
	skew, flat float64 // of the n-th of them tells (flat + n) to the power of -skew
}{40_000, 1.1, 20}

// draw takes one of n, the first ones more often.
func draw(r *rand.Rand, n uint64) int {
	return int(rand.NewZipf(r, world.skew, world.flat, n-1).Uint64())
}

// anyone takes a person: the officials of the state first, some of another country.
func anyone(r *rand.Rand) int { return draw(r, world.persons) }

// foreign tells whether a person serves another state: one in eleven does.
func foreign(k int) bool { return k%11 == 5 }

var states = []string{"Lào", "Trung Quốc", "Campuchia", "Nhật Bản", "Hàn Quốc", "Cuba", "Liên bang Nga", "Thái Lan"}

// name is that of the k-th person: the first 3,000 have one of their own, many of the
// others have a namesake.
func name(k int) string {
	r := rand.New(rand.NewPCG(uint64(k), 2))
	one := func(list []string) string { return list[r.IntN(len(list))] }
	if k < 3000 {
		family, k := families[k%len(families)], k/len(families)
		given, k := givens[k%len(givens)], k/len(givens)
		return family + " " + middles[2+k] + " " + middles[8+k] + " " + given
	}
	if r.IntN(3) == 0 {
		return one(families) + " " + one(middles[:2]) + " " + one(givens)
	}
	return one(families) + " " + one(middles) + " " + one(middles) + " " + one(givens)
}

var (
	tops = []string{"Thủ tướng Chính phủ", "Chủ tịch Quốc hội", "Chủ tịch nước", "Bộ trưởng Bộ Công an", "Bộ trưởng Bộ Quốc phòng", "Thứ trưởng Bộ Công an",
		"Bộ trưởng Bộ Ngoại giao", "Bộ trưởng Bộ Tư pháp", "Bộ trưởng Bộ Y tế", "Thứ trưởng Bộ Ngoại giao", "Thứ trưởng Bộ Quốc phòng", "Tổng Thanh tra Chính phủ"}
	offices = []string{"Giám đốc Công an tỉnh %s", "Phó Giám đốc Công an tỉnh %s", "Trưởng phòng Cảnh sát hình sự Công an tỉnh %s", "Trưởng phòng Cảnh sát giao thông Công an tỉnh %s",
		"Chủ tịch UBND tỉnh %s", "Phó Chủ tịch UBND tỉnh %s", "Bí thư Tỉnh ủy %s", "Phó Bí thư Tỉnh ủy %s", "Giám đốc Sở Y tế tỉnh %s", "Phó Giám đốc Sở Tư pháp tỉnh %s",
		"Chánh án Tòa án nhân dân tỉnh %s", "Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh %s"}
	provinces = append(places, "An Giang", "Bắc Ninh", "Cao Bằng", "Điện Biên", "Đắk Lắk", "Hưng Yên", "Khánh Hòa", "Lai Châu", "Lạng Sơn", "Ninh Bình", "Phú Thọ", "Quảng Ngãi", "Quảng Ninh", "Tây Ninh", "Thái Nguyên", "Tuyên Quang", "Vĩnh Long", "Đồng Nai")
)

// post is what the k-th person is on a day: every 400 days some go elsewhere.
func post(k int, day time.Time) string {
	term := day.Unix() / (400 * 24 * 3600)
	r := rand.New(rand.NewPCG(uint64(k), 3))
	if k%3 == 0 {
		r = rand.New(rand.NewPCG(uint64(k), uint64(4+term)))
	}
	switch {
	case foreign(k):
		return []string{"Bộ trưởng Bộ Công an", "Thứ trưởng Bộ Quốc phòng", "Bộ trưởng Bộ Ngoại giao", "Đại sứ"}[r.IntN(4)] + " " + states[k/11%len(states)]
	case k < len(tops):
		return tops[k]
	default:
		return fmt.Sprintf(offices[draw(r, uint64(len(offices)))], provinces[draw(r, uint64(len(provinces)))])
	}
}

// called is a person as a text names him: with rank or honorific, name and post.
func called(r *rand.Rand, k int, day time.Time) string {
	at := post(k, day)
	before := "ông"
	if strings.Contains(at, "Công an") && !foreign(k) {
		before = ranks[k%4]
	}
	if r.IntN(3) == 0 {
		return at + " " + name(k)
	}
	return before + " " + name(k) + ", " + at
}

// scenes are events in one sentence each: of day, place, persons, matter and number.
var scenes = []string{
	"Ngày %[1]s, tại %[2]s, %[3]s, tiếp %[4]s, sang thăm và làm việc về %[5]s.",
	"Ngày %[1]s, tại %[2]s, %[3]s, hội đàm với %[4]s, về %[5]s.",
	"Ngày %[1]s, tại %[2]s, %[3]s, làm việc với %[4]s, về công tác %[5]s.",
	"Tối %[1]s, %[3]s, điện đàm với %[4]s, về %[5]s.",
	"Ngày %[1]s, %[3]s, thăm, kiểm tra công tác %[5]s tại %[2]s; cùng đi có %[4]s.",
	"Sáng %[1]s, tại %[2]s, %[3]s, chủ trì Hội nghị triển khai công tác %[5]s; dự hội nghị có %[4]s.",
	"Chiều %[1]s, tại %[2]s, %[3]s, và %[4]s, ký kết Thỏa thuận hợp tác về %[5]s.",
	"Ngày %[1]s, tại %[2]s, %[3]s, dự Lễ kỷ niệm và trao Bằng khen cho %[4]s.",
	"Ngày %[1]s, %[3]s, trao quyết định bổ nhiệm ông %[6]s giữ chức vụ %[7]s.",
	"Ngày %[1]s, %[3]s, công bố quyết định điều động Thượng tá %[6]s đến nhận công tác, giữ chức vụ %[7]s.",
	"Ngày %[1]s, ông %[6]s, %[7]s, được thăng cấp bậc hàm từ Thượng tá lên Đại tá.",
	"Ngày %[1]s, Ủy ban Kiểm tra Trung ương quyết định kỷ luật khiển trách ông %[6]s, nguyên %[7]s.",
	"Ngày %[1]s, ông %[6]s thôi giữ chức vụ %[7]s để nghỉ hưu theo chế độ.",
	"Ngày %[1]s, Cơ quan Cảnh sát điều tra Công an tỉnh %[8]s bắt tạm giam ông %[6]s, nguyên %[7]s, để điều tra.",
	"Ngày %[1]s, Cơ quan Cảnh sát điều tra Công an tỉnh %[8]s khởi tố bị can đối với ông %[6]s, nguyên %[7]s.",
	"Ngày %[1]s, Tòa án nhân dân tỉnh %[8]s xét xử ông %[6]s, nguyên %[7]s; phiên tòa kéo dài %[9]d ngày.",
	"Ngày %[1]s, Tòa án nhân dân tỉnh %[8]s tuyên phạt ông %[6]s, nguyên %[7]s, %[9]d năm tù.",
}

// scene tells an event, in three of five cases one of the first six kinds.
func scene(r *rand.Rand, day time.Time, matter string) string {
	form := scenes[r.IntN(len(scenes))]
	if r.IntN(5) < 3 {
		form = scenes[r.IntN(6)]
	}
	on := day.AddDate(0, 0, -r.IntN(4))
	third := anyone(r)
	where := provinces[draw(r, uint64(len(provinces)))]
	said := fmt.Sprintf(form, on.Format("2/1/2006"), "tỉnh "+where, called(r, anyone(r), day), called(r, anyone(r), day), matter, name(third), post(third, on), where, 1+r.IntN(20))
	said, _, _ = strings.Cut(said, "%!(EXTRA") // a form need not take all
	return said
}

// tale invents an article of the world: a title, paragraphs and a time. One in twenty
// reprints one that stands up to 41 before it.
func tale(i, edition int) (string, string, time.Time) {
	if i%20 == 7 {
		return reprint(i)
	}
	r := rand.New(rand.NewPCG(uint64(i), 1))
	one := func(list []string) string { return list[r.IntN(len(list))] }
	day := time.Date(2023, 1, 1, 8, 0, 0, 0, time.UTC).AddDate(0, 0, r.IntN(1000))
	var body strings.Builder
	matter := one(matters)
	for p := range 2 + r.IntN(3) {
		fmt.Fprintf(&body, "<p>%s Dự họp có đại diện %s và %d hộ dân. ", scene(r, day, matter), one(central), r.IntN(900))
		fmt.Fprintf(&body, "Theo báo cáo số %d, công tác %s đạt %d phần trăm kế hoạch của %s.</p>\n", r.IntN(5000), one(matters), r.IntN(100), one(central))
		if p == 0 && edition > 0 {
			fmt.Fprintf(&body, "<p>Bản tin này đã được sửa lần %d vào ngày %s.</p>\n", edition, day.Format("2/1/2006"))
		}
		fmt.Fprintf(&body, "<p>%s</p>\n", background(r))
	}
	return fmt.Sprintf("%s %s %s, tin số %d", called(r, anyone(r), day), one(verbs), matter, i), body.String(), day
}

// unlike writes so many words that no other text has in this order: it is by phrases that texts
// are known to be alike, and few of a real one stand in another.
func unlike(r *rand.Rand, words int) string {
	text := make([]string, words)
	for i := range text {
		text[i] = plain[r.IntN(len(plain))]
	}
	return strings.Join(text, " ")
}

var plain = strings.Fields("nước lúa trâu mưa gạo chè tôm cá gỗ tre lá rễ đất bùn cầu đường xe thuyền lưới nồi bếp cơm rau quả hoa cỏ bò gà vịt ong dê heo kho bến chợ sân vườn ngõ mái tường cửa gió nắng sương đêm sáng chiều xuôi ngược dài ngắn cao thấp sâu cạn nặng nhẹ mới cũ to nhỏ gần xa ấm mát")

// itemsADay is how many items come in a day: a million of them in twenty years.
const itemsADay = 137

// item invents what a feed gives of an article of the world: a title, two sentences and a
// time. They come in the order of their days, and name 1.2 officials, 2.5 agencies and .6
// events each (5,913 real ones name 1.2, 1.4 and .7).
func item(i int) (string, string, time.Time) {
	r := rand.New(rand.NewPCG(uint64(i), 5))
	one := func(list []string) string { return list[r.IntN(len(list))] }
	at := time.Date(2006, 1, 1, 6, 0, 0, 0, time.UTC).AddDate(0, 0, i/itemsADay).Add(time.Duration(r.IntN(16*60)) * time.Minute)
	text := "Nay " + unlike(r, 20) + "."
	if r.IntN(3) > 0 {
		text = scene(r, at, one(matters))
	}
	text = fmt.Sprintf("%s Theo báo cáo số %d, %s; %s của %s.", text, i, unlike(r, 12), one(matters), one(central))
	return fmt.Sprintf("%s %s, tin số %d", one(verbs), one(matters), i), text, at
}

// reprint is an article of another paper, every other time without its end; some are
// printed by many.
func reprint(i int) (string, string, time.Time) {
	title, body, day := tale(i-1-i/20%3*20, 0)
	if lines := strings.SplitAfter(body, "\n"); i%40 == 7 {
		body = strings.Join(lines[:len(lines)-2], "")
	}
	return fmt.Sprintf("Đăng lại số %d: ", i) + title, body, day.Add(3 * time.Hour)
}
