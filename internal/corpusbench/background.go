package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// background is a paragraph of a report that names nobody. With it an article is as long
// as 609 real pages are on average, 2.6 KB; they name .9 officials, 1.0 agencies and .2
// events in a kilobyte, these articles 2.5, 4.4 and 1.1.
func background(r *rand.Rand) string {
	one := func(list []string) string { return list[r.IntN(len(list))] }
	var text strings.Builder
	for range 2 + r.IntN(2) {
		fmt.Fprintf(&text, "%s, %s %s %s; %s. ", one(settings), one(folk), one(deeds), one(aims), one(outcomes))
	}
	return strings.TrimSpace(text.String())
}

// Clauses of a background, each with words of its own.
var (
	settings = []string{"Từ mờ sáng", "Sau nhiều giờ chờ đợi", "Giữa tiết trời se lạnh", "Những ngày giáp vụ", "Khi con nước rút dần", "Bên dòng kênh cũ", "Trên cánh đồng vừa gặt", "Dọc tuyến đường ven núi",
		"Trong căn nhà lợp tôn", "Nhiều năm trở lại đây", "Trước khi mùa mưa đến", "Suốt ba tuần liền", "Qua từng câu chuyện kể lại", "Ở cuối con dốc", "Nơi bến đò ngang", "Vào giờ tan tầm", "Sau buổi học chiều",
		"Từ nguồn vốn ban đầu", "Với đôi bàn tay khéo léo", "Ít ai ngờ rằng", "Cách đó không xa", "Mỗi dịp cuối tuần", "Bằng cách làm riêng", "Theo thói quen lâu đời"}
	folk = []string{"bà con trong xóm", "nhiều hộ trồng chè", "các bạn trẻ", "người đi biển", "những thợ dệt lành nghề", "đám đông hiếu kỳ", "chủ các quầy hàng", "lớp học nhỏ", "đội bóng của thôn", "tài xế đường dài",
		"mấy cụ cao niên", "người nuôi cá lồng", "khách phương xa", "đàn trâu của bản", "các tiểu thương", "anh em công nhân", "nhóm họa sĩ", "đoàn xe chở vật liệu", "các nghệ nhân gốm", "học trò vùng cao"}
	deeds = []string{"dọn bùn đất khỏi sân", "gánh từng thùng nước sạch", "dựng lại mái hiên đã đổ", "trồng thêm hàng nghìn gốc keo", "chia nhau phần gạo còn lại", "sửa chiếc cầu tre bắc qua suối", "bày bán đủ loại trái cây",
		"kể cho nhau nghe chuyện làm ăn", "vẽ những bức tranh khổ lớn", "luyện tập không quản nắng gió", "thu hoạch lứa tôm đầu tiên", "xếp hàng trật tự trước cổng", "đan từng tấm lưới mới", "thử nghiệm giống lúa ngắn ngày",
		"gom rác thải nhựa trôi dạt", "nhóm bếp nấu cơm chung", "ghi chép tỉ mỉ từng khoản chi", "đào rãnh thoát nước quanh vườn", "treo đèn lồng khắp ngõ", "đóng những chiếc thuyền gỗ nhỏ"}
	aims = []string{"để kịp phiên chợ sớm", "mong giữ được nghề xưa", "với hy vọng giá cả ổn định hơn", "cho lũ trẻ có chỗ vui chơi", "trước khi bão đổ bộ", "nhằm tiết kiệm chi phí", "theo đúng bản thiết kế cũ", "giữa tiếng trống rộn ràng",
		"bất chấp đường trơn lầy lội", "nhờ sự giúp đỡ của hàng xóm", "từ số tiền dành dụm được", "mà không cần thuê thêm máy móc", "sau khi bàn bạc kỹ lưỡng", "như lời hứa hôm trước", "để đổi lấy phân bón", "cùng tiếng cười giòn tan"}
	outcomes = []string{"năng suất nhờ vậy tăng lên rõ rệt", "ai nấy đều thấy phấn khởi", "khoản lãi tuy ít nhưng đều đặn", "con đường dần khang trang", "nguồn nước vẫn còn thiếu trầm trọng", "sản phẩm được nhiều nơi đặt mua",
		"không khí làm việc rất khẩn trương", "mọi thứ phải làm lại từ đầu", "cây trái xanh tốt quanh năm", "giấc mơ ấy nay đã thành hình", "thu nhập mỗi vụ khá hơn trước", "tiếng hát vang xa trong đêm",
		"thiệt hại được bù đắp phần nào", "lượng khách tăng gấp đôi", "đàn con có điều kiện đến lớp", "chất lượng vẫn cần cải thiện nhiều"}
)
