import type { Random } from './prng';

/** What is written down about an event: the event and the place, never a person, a plate or a number to call. */
const EVENTS: Readonly<Record<string, readonly string[]>> = {
  drugs: ['Phát hiện bơm kim tiêm đã qua sử dụng', 'Tin báo về tụ điểm sử dụng trái phép chất ma túy', 'Dấu hiệu mua bán lẻ ma túy', 'Tụ tập nghi sử dụng ma túy ở chỗ khuất'],
  prostitution: ['Tin báo về hoạt động mời chào mại dâm', 'Nhà nghỉ có dấu hiệu chứa mại dâm', 'Chèo kéo khách ban đêm'],
  theft: ['Mất trộm xe máy trên vỉa hè', 'Mất trộm tài sản trong nhà khi cửa không khóa', 'Mất trộm xe đạp điện', 'Cửa hàng bị cạy cửa trong đêm', 'Mất trộm điện thoại ở hàng quán', 'Mất trộm vật tư công trình'],
  robbery: ['Cướp giật túi xách', 'Cướp giật điện thoại khi dừng đèn đỏ', 'Cướp giật dây chuyền', 'Cướp tài sản ở chỗ vắng'],
  gambling: ['Tụ tập đánh bài ăn tiền', 'Tin báo về điểm ghi lô đề', 'Đánh bạc trong quán nước', 'Cá độ bóng đá tại quán giải khát'],
  racing: ['Tụ tập nẹt pô, lạng lách', 'Nhóm xe chạy tốc độ cao trong đêm', 'Đua xe trái phép'],
  disorder: ['Xô xát sau va chạm giao thông', 'Ẩu đả tại quán nhậu', 'Gây ồn ào ban đêm', 'Tụ tập gây rối trật tự công cộng'],
  dispute: ['Mâu thuẫn về lối đi chung', 'Mâu thuẫn về tiếng ồn', 'Tranh chấp chỗ để xe', 'Mâu thuẫn gia đình đã báo tổ hòa giải', 'Mâu thuẫn về ranh giới nhà'],
  encroachment: ['Bán hàng rong lấn chiếm lòng đường', 'Bày bàn ghế kín vỉa hè', 'Quán trà đá chiếm vỉa hè', 'Đỗ xe chiếm lối đi bộ', 'Họp chợ cóc'],
  waste: ['Đổ trộm phế thải xây dựng', 'Rác thải tồn đọng', 'Đốt rác gây khói', 'Xả thải xuống mương'],
  sensitive_business: ['Quán karaoke hoạt động quá giờ', 'Cơ sở mát-xa chưa xuất trình giấy phép', 'Cơ sở cầm đồ chưa ghi sổ đầy đủ', 'Nhà nghỉ chưa khai báo lưu trú'],
  fire_safety: ['Lối thoát nạn bị chặn', 'Cháy thùng rác, đã dập tắt', 'Chập điện tại cột', 'Bình chữa cháy hết hạn tại cơ sở', 'Khói từ tầng hầm để xe'],
  residence: ['Nhà trọ chưa khai báo tạm trú', 'Khai báo tạm vắng không khớp khi kiểm tra', 'Khu trọ có biến động lưu trú chưa cập nhật'],
  traffic: ['Va chạm giao thông nhẹ', 'Ùn tắc kéo dài', 'Đi ngược chiều', 'Đèn tín hiệu không hoạt động', 'Đỗ xe sai quy định gây cản trở'],
  other: ['Tin báo vật lạ, đã kiểm tra', 'Tiếng nổ chưa rõ nguyên nhân', 'Chó thả rông', 'Cây đổ chắn đường'],
};

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

function placeText(random: Random, street: string | null, nearBorder: boolean): string {
  if (street !== null && random.chance(0.7)) return `${random.pick(['trên', 'gần', 'đoạn'])} ${lowerFirst(street)}`;
  if (nearBorder && random.chance(0.5)) return random.pick(['sát ranh giới hai phường', 'ở chỗ giáp ranh', 'ở đoạn giáp ranh']);
  return random.pick(['trong ngõ', 'tại khu dân cư', 'gần chợ', 'gần trường học', 'cạnh công viên', 'tại khu tập thể', 'gần bến xe buýt']);
}

/** A short Vietnamese summary of an event and its place. */
export function drawSummary(random: Random, category: string, street: string | null, nearBorder: boolean): string {
  const events = EVENTS[category];
  if (events === undefined) throw new Error(`no texts for category ${category}`);
  return `${random.pick(events)} ${placeText(random, street, nearBorder)}`.normalize('NFC');
}
