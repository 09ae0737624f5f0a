/** Vietnamese texts of the pages about disputes. */
export const disputesVi = {
  title: 'Mâu thuẫn', lead: 'Phát hiện, hòa giải và giải quyết mâu thuẫn nội bộ trước khi kéo dài. Các bên ghi theo vai trò, không ghi tên người.',
  back: 'Bảng mâu thuẫn', failed: 'Chưa tải được danh sách mâu thuẫn', notFound: 'Không có mâu thuẫn này, hoặc vai trò của bạn không được xem', add: 'Tiếp nhận mâu thuẫn',
  kinds: { family: 'Gia đình', neighbours: 'Hàng xóm', land: 'Đất đai', debt: 'Vay nợ', business: 'Kinh doanh', labour: 'Lao động', other: 'Khác' },
  parties: {
    spouse: 'vợ, chồng', relative: 'họ hàng', neighbour: 'hàng xóm', household: 'hộ gia đình', tenant: 'người thuê', landlord: 'chủ nhà', trader: 'người bán', customer: 'khách hàng', creditor: 'bên cho vay', debtor: 'bên vay',
    employer: 'bên sử dụng lao động', worker: 'người lao động', business: 'cơ sở kinh doanh', resident_group: 'nhóm cư dân', youth_group: 'nhóm thanh thiếu niên', other: 'bên khác',
  },
  sources: { mediation_team: 'Tổ hòa giải', neighbourhood_guard: 'Bảo vệ dân phố', resident: 'Người dân báo', patrol: 'Tuần tra', hotline: 'Đường dây nóng' },
  risks: { high: 'Nguy cơ cao', medium: 'Nguy cơ vừa', low: 'Nguy cơ thấp' },
  stages: { received: 'Mới tiếp nhận', mediating: 'Đang hòa giải', settled: 'Đã giải quyết', handed_over: 'Đã chuyển', withdrawn: 'Đã rút' },
  targets: { ward_police: 'Công an phường', peoples_committee: 'UBND phường, xã', court: 'Tòa án', other: 'Cơ quan khác' },
  escalateTo: { steering_committee: 'Ban chỉ đạo 138 phường', cluster: 'Cụm liên kết', commander: 'Chỉ huy' },
  outcomes: { agreed: 'Hòa giải thành', partly: 'Thống nhất một phần', not_agreed: 'Không thành', absent: 'Vắng mặt' },
  states: { must_escalate: 'Phải báo cấp trên', due_soon: 'Sắp đến hạn', fresh: 'Còn hạn', escalated: 'Đã báo cấp trên' },
  causes: { overdue: 'quá hạn', failed_sessions: 'hòa giải nhiều lần không thành', no_session: 'nguy cơ cao mà chưa hòa giải lần nào' },
  clock: { left: (time: string) => `còn ${time}`, late: (time: string) => `quá ${time}`, age: (time: string) => `tiếp nhận ${time} trước`, since: (instant: string) => `từ ${instant}`, reopened: 'mở lại' },
  board: {
    label: 'Bảng mâu thuẫn theo giai đoạn', ward: 'Phường', risk: 'Nguy cơ', all: 'Tất cả', emptyHint: 'Mâu thuẫn ở giai đoạn này sẽ hiện tại đây.',
    count: (count: string) => `${count} vụ`, shown: (shown: string, total: string) => `${shown} vụ gần nhất trong ${total} vụ`, viewer: 'Vai trò này chỉ xem số lượng theo giai đoạn.', asOf: (instant: string) => `Số liệu đến ${instant}`, attention: (count: string) => `${count} vụ phải báo cấp trên`, stage: 'Giai đoạn', number: 'Số vụ',
  },
  facts: {
    title: 'Về mâu thuẫn này', kind: 'Loại', ward: 'Phường', place: 'Tọa độ', parties: 'Các bên', source: 'Nguồn tin', received: 'Tiếp nhận', risk: 'Nguy cơ', due: 'Hạn giải quyết', dueDay: (day: string) => `hết ngày ${day}`, extended: 'đã gia hạn', incident: 'Vụ việc', openIncident: 'Xem vụ việc', description: 'Nội dung', none: 'Không ghi',
    ended: 'Kết thúc', outcome: 'Kết quả', followUp: 'Kiểm tra lại', rule: (version: string) => `theo quy định phiên bản ${version}`, escalations: 'Đã báo cấp trên', to: 'Chuyển tới',
  },
  sessions: { title: 'Các buổi hòa giải', none: 'Chưa có buổi hòa giải nào.', number: (number: string) => `Buổi ${number}`, planned: (instant: string) => `Hẹn ${instant}`, held: (instant: string) => `Tiến hành ${instant}`, next: 'Bước tiếp theo', record: 'Ghi kết quả' },
  history: {
    title: 'Diễn biến', received: 'Tiếp nhận', changed: 'Sửa thông tin', session_planned: 'Hẹn buổi hòa giải', session_held: 'Ghi kết quả buổi hòa giải', escalated: 'Báo cấp trên', settled: 'Giải quyết xong', handed_over: 'Chuyển cơ quan khác', withdrawn: 'Rút', reopened: 'Mở lại', extended: 'Gia hạn', refused: 'Thao tác bị từ chối',
    due: (before: string, after: string) => `Hạn: ${before} → ${after}`, risk: (before: string, after: string) => `${before} → ${after}`, stage: (before: string, after: string) => `${before} → ${after}`, server: 'Hệ thống',
  },
  steps: {
    title: 'Việc cần làm', plan: 'Hẹn buổi hòa giải', hold: 'Ghi kết quả hòa giải', escalate: 'Báo cấp trên', settle: 'Giải quyết xong', hand_over: 'Chuyển cơ quan khác', withdraw: 'Ghi nhận rút', reopen: 'Mở lại', extend: 'Gia hạn', risk: 'Đổi mức nguy cơ', note: 'Thêm ghi chú', follow_up: 'Ngày kiểm tra lại', none: 'Không còn việc nào để làm với mâu thuẫn này.', reader: 'Bạn xem được mâu thuẫn này nhưng không thao tác.',
  },
  fields: {
    moment: { plan: 'Thời gian hẹn', hold: 'Thời gian tiến hành' }, team: 'Tổ hòa giải', teamHint: 'Tên tổ, không ghi tên người.', outcome: 'Kết quả', target: 'Báo tới', handOver: 'Chuyển tới', risk: 'Mức nguy cơ', settledOn: 'Ngày giải quyết xong', dueDay: 'Hạn mới', followUp: 'Ngày kiểm tra lại (không bắt buộc)',
    text: { hold: 'Bước tiếp theo (không bắt buộc)', escalate: 'Lý do', settle: 'Kết quả giải quyết', hand_over: 'Lý do', withdraw: 'Lý do', reopen: 'Lý do', extend: 'Lý do', risk: 'Ghi chú (không bắt buộc)', note: 'Ghi chú' },
    noNames: 'Không ghi tên người.', needMoment: 'Nhập ngày và giờ.', needTeam: 'Nhập tên tổ hòa giải.', needChoice: 'Chọn một mục.', needDay: 'Chọn ngày.', needText: 'Không được để trống.', choose: 'Chọn…',
    conflict: 'Có người vừa cập nhật mâu thuẫn này. Nội dung bạn nhập vẫn còn ở đây; xem lại rồi gửi lần nữa.',
  },
  form: {
    title: 'Tiếp nhận mâu thuẫn', from: 'Từ vụ việc', place: 'Vị trí (vĩ độ, kinh độ)', placeHint: 'Ví dụ 21,0375; 105,8105. Hệ thống xác định phường theo vị trí.', badPlace: 'Nhập vĩ độ và kinh độ.', kind: 'Loại mâu thuẫn', parties: 'Các bên', role: 'Vai trò', count: 'Số người', addParty: 'Thêm một bên', removeParty: 'Bỏ bên này', badParties: 'Cần ít nhất hai người, mỗi vai trò một lần.', source: 'Nguồn tin', received: 'Tiếp nhận lúc', badReceived: 'Nhập ngày và giờ tiếp nhận.', risk: 'Mức nguy cơ', riskDays: (risk: string, days: string) => `${risk}: ${days} ngày`, description: 'Nội dung (không bắt buộc)', descriptionHint: 'Không ghi tên người, số điện thoại, số nhà.', submit: 'Tiếp nhận', sending: 'Đang lưu…', mayNot: 'Cán bộ phường, chỉ huy và quản trị tiếp nhận mâu thuẫn.', incidentMissing: 'Không tìm thấy vụ việc này trong tầm xem của bạn, hoặc vụ việc thuộc loại khác.',
  },
  rule: {
    button: 'Quy định thời hạn', title: 'Thời hạn và khi nào phải báo cấp trên', high: 'Nguy cơ cao (ngày)', medium: 'Nguy cơ vừa (ngày)', low: 'Nguy cơ thấp (ngày)', warn: 'Báo sắp đến hạn khi còn (%)', failed: 'Báo cấp trên sau số buổi không thành', hours: 'Nguy cơ cao phải hòa giải trong (giờ)', assumed: 'Phiên bản 1 là giá trị giả định, chưa theo văn bản.', version: (version: string, instant: string) => `Phiên bản ${version}, ghi ${instant}`, hint: 'Áp dụng cho mâu thuẫn tiếp nhận hoặc mở lại từ lúc này.', save: 'Lưu phiên bản mới', bad: 'Nhập số nguyên trong khoảng cho phép.',
  },
  ofIncident: { title: 'Hòa giải', open: 'Mở hồ sơ mâu thuẫn', make: 'Lập hồ sơ mâu thuẫn', none: 'Chưa có hồ sơ hòa giải cho vụ việc này.' },
} as const;
