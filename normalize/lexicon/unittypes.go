package lexicon

// The types of administrative units, as the files write them.
const (
	ProvinceType    = "tỉnh"
	CityType        = "thành phố" // a province, or a district of one
	QuarterType     = "quận"
	DistrictType    = "huyện"
	TownType        = "thị xã"
	WardType        = "phường"
	CommuneType     = "xã"
	TownshipType    = "thị trấn"
	SpecialZoneType = "đặc khu"
)

// DistrictTypes gives the types of districts.
func DistrictTypes() []string { return []string{QuarterType, DistrictType, TownType, CityType} }

// CommuneTypes gives the types of what lies below districts.
func CommuneTypes() []string { return []string{WardType, CommuneType, TownshipType, SpecialZoneType} }
