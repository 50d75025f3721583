package event

// rule is one way in which a sentence tells an event: at an item of one of the
// classes, match gives the events or nothing.
type rule struct {
	name  string
	on    classes
	match func(s *sentence, k int) []*draft
}

// rules are tried in this order; the first that gives an event has the item.
func rules() []rule {
	return []rule{
		// A được B tiếp; A bị B khởi tố; A được bầu làm
		{"event/passive-by", isVerb, passiveBy},
		{"event/passive", isVerb, passive},
		// Bộ Chính trị quyết định A thôi giữ chức; A giữ chức Chủ tịch
		{"event/takes-office", isVerb, takesOffice},
		{"event/office-of", isVerb, officeOf},
		{"event/office-given", isVerb, officeGiven},
		// thăng cấp bậc hàm Thượng tướng đối với A
		{"event/rank-given", isVerb, rankGiven},
		{"event/disciplined", isVerb, disciplined},
		{"event/awarded", isVerb, awarded},
		// Công an bắt; Viện kiểm sát truy tố; Tòa án xét xử
		{"event/case", isVerb, ofCase},
		// A thăm Nhật Bản; thăm và làm việc với
		{"event/visit", isVerb, visits},
		// A và B ký Bản ghi nhớ
		{"event/signs", isVerb, signs},
		// A tiếp B; A hội đàm với B; A và B hội đàm; cuộc gặp giữa A và B
		{"event/meets", isVerb, meetsObject},
		{"event/meets-with", isVerb, meetsWith},
		{"event/met-together", isVerb, metTogether},
		{"event/fronted", isVerb, fronted},
		{"event/between", isVerb | isNoun, between},
		// Tại buổi tiếp B, A khẳng định
		{"event/at-meeting", isNoun, atMeeting},
		// A chủ trì phiên họp; dưới sự chủ trì của A; Lễ … do A chủ trì
		{"event/under-chair", isPart, underChair},
		{"event/chaired-by", isPart, chairedBy},
		{"event/takes-part", isPart, takesPart},
		{"event/speech-at", isSpeech, speechAt},
		{"event/takes-place", isNoun, takesPlace},
		{"event/alongside", isAlongside, alongside},
		// Đoàn Việt Nam do A làm Trưởng đoàn; đoàn Trung Quốc do B làm Trưởng đoàn
		{"event/delegations", isPerson, delegations},
	}
}
