/** Notes of the demonstration: cluster, unit's ward code, instant, text. No person, no real event. */
export const NOTES: readonly (readonly [cluster: string, edition: string, ward: string, at: string, body: string])[] = [
  ['minh-hoa-nghia-do-ngoc-ha-giang-vo', 'hn-hp-2025', '00160', '2026-09-07T08:30:00+07:00', 'Quán nước hai đầu cầu T11 dọn khi thấy tổ tuần tra bên này, 20 phút sau bày lại ở bờ bên kia. Đề nghị ra quân cùng giờ.'],
  ['minh-hoa-nghia-do-ngoc-ha-giang-vo', 'hn-hp-2025', '00008', '2026-09-08T09:10:00+07:00', 'Đồng ý ra quân cùng khung giờ tối thứ sáu. Phía Ngọc Hà phụ trách bờ đông sông Tô Lịch.'],
  ['minh-hoa-nghia-do-ngoc-ha-giang-vo', 'hn-hp-2025', '00025', '2026-10-15T16:45:00+07:00', 'Trộm cắp xe máy tại ngõ giáp Nghĩa Đô tăng trong hai tuần, chủ yếu 1–4 giờ sáng. Xin thông tin camera phía Nghĩa Đô.'],
  ['minh-hoa-hoang-mai', 'hn-hp-2025', '00331', '2026-08-20T14:00:00+07:00', 'Bãi đổ phế thải tự phát ở đoạn giáp ranh; xe tải vào từ phía Hoàng Liệt sau 23 giờ.'],
  ['minh-hoa-hoang-mai', 'hn-hp-2025', '00337', '2026-08-21T08:20:00+07:00', 'Đã nắm. Hoàng Liệt cử tổ trực đầu đường, đề nghị Hoàng Mai chốt đầu còn lại.'],
  ['minh-hoa-duong-kinh', 'hn-hp-2025', '11689', '2026-10-02T10:00:00+07:00', 'Nhóm thanh niên tụ tập đua xe chuyển sang đoạn Dương Kinh khi có chốt. Đề nghị trao đổi lịch chốt trước một ngày.'],
  ['minh-hoa-duong-kinh', 'hn-hp-2025', '11692', '2026-10-02T15:30:00+07:00', 'Dương Kinh gửi lịch chốt hằng tuần vào sáng thứ hai, đầu mối là trực ban hai đơn vị.'],
  ['minh-hoa-kien-an', 'hn-hp-2025', '11443', '2026-07-06T09:00:00+07:00', 'Bàn giao đơn vị thường trực đã xong; sổ theo dõi phối hợp chuyển cho Phù Liễn.'],
];

/** What was handed over at rotations of the standing unit, in words. */
export const HAND_OVER_REMARKS = 'Bàn giao sổ theo dõi phối hợp, kế hoạch tuần tra chung và danh bạ trực ban. (Biên bản minh họa.)';
