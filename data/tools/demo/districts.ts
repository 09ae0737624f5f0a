/**
 * Background incidents per ward of the edition before 2025, by district (relative weights). Focus on the inner wards of
 * Hà Nội and on Dương Kinh and Kiến An; made up to show the product, no statement about any ward.
 */
const DISTRICT_WEIGHTS: Readonly<Record<string, number>> = {
  'Quận Ba Đình': 145,
  'Quận Cầu Giấy': 160,
  'Quận Hoàng Mai': 160,
  'Quận Đống Đa': 100,
  'Quận Hai Bà Trưng': 100,
  'Quận Hoàn Kiếm': 90,
  'Quận Thanh Xuân': 120,
  'Quận Tây Hồ': 80,
  'Quận Nam Từ Liêm': 50,
  'Quận Bắc Từ Liêm': 35,
  'Quận Hà Đông': 30,
  'Quận Long Biên': 30,
  'Huyện Thanh Trì': 18,
  'Quận Dương Kinh': 220,
  'Quận Kiến An': 215,
  'Quận Lê Chân': 20,
  'Quận Ngô Quyền': 20,
  'Quận Hồng Bàng': 15,
  'Quận Hải An': 15,
  'Quận Đồ Sơn': 15,
};

/** The wards of the two Hà Nội clusters carry more, so that each has a baseline of its own to be compared with. */
const WARD_WEIGHTS: Readonly<Record<string, number>> = {
  '00006': 690,
  '00007': 690,
  '00157': 690,
  '00169': 690,
  '00307': 380,
  '00316': 380,
  '00331': 380,
  '00337': 380,
};

const ELSEWHERE = 1.2;

/** Relative number of background incidents in a ward of the edition before 2025. */
export const backgroundWeight = (code: string, districtName: string | null): number =>
  WARD_WEIGHTS[code] ?? DISTRICT_WEIGHTS[districtName ?? ''] ?? ELSEWHERE;
