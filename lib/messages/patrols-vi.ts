/** Vietnamese texts of the pages about patrols. */
export const patrolsVi = {
  title: 'Tuần tra',
  lead: 'Tuần tra khép kín: hai bên ranh giới, cùng một khung giờ.',
  sides: { both: 'Phủ cả hai bên', one_side: 'Chỉ phủ một bên ranh giới', none: 'Chưa phủ' },
  plan: 'Tuyến kế hoạch',
  track: 'Tuyến đã đi',
  status: { planned: 'Kế hoạch', done: 'Đã thực hiện', cancelled: 'Đã hủy' },
  booking: { asked: 'Chờ trả lời', booked: 'Đã nhận', declined: 'Từ chối' },
  back: 'Lịch tuần tra',
  failed: 'Chưa tải được lịch tuần tra',
  notFound: 'Không có cuộc tuần tra này, hoặc vai trò của bạn không được xem',
  tabs: { week: 'Lịch tuần', coverage: 'Độ phủ ranh giới' },
  week: { previous: 'Tuần trước', next: 'Tuần sau', today: 'Tuần này', title: (from: string, to: string) => `Tuần ${from} – ${to}`, empty: 'Tuần này chưa có cuộc tuần tra nào', emptyHint: 'Lập kế hoạch, hoặc xem tuần khác.', lastWeek: (day: string) => `Đến tuần gần nhất có tuần tra (${day})`, days: { '1': 'Thứ hai', '2': 'Thứ ba', '3': 'Thứ tư', '4': 'Thứ năm', '5': 'Thứ sáu', '6': 'Thứ bảy', '0': 'Chủ nhật' }, nothing: 'Không có', cluster: 'Cụm', allClusters: 'Mọi cụm' },
  joint: 'Liên phường',
  single: 'Một phường',
  waitingFor: (wards: string) => `Chờ ${wards}`,
  add: 'Lập kế hoạch tuần tra',
  mayNot: 'Cán bộ phường, chỉ huy và quản trị lập kế hoạch tuần tra.',
  planner: {
    title: 'Kế hoạch tuần tra', name: 'Tên', namePlaceholder: 'Tuần tra đêm cầu T11', cluster: 'Cụm liên kết', noCluster: 'Không thuộc cụm', from: 'Bắt đầu', to: 'Kết thúc', window: 'Một khung giờ cho cả hai bên', day: 'Ngày', reach: 'Tầm quan sát (m)', reachHint: 'Ranh giới trong tầm này tính là đã phủ.',
    route: 'Tuyến', area: 'Vùng', draw: 'Vẽ lại', undo: 'Hoàn tác', snap: 'Bám ranh giới', drawHint: 'Bấm lên bản đồ để vẽ tuyến, bấm hai lần vào điểm cuối để xong; kéo các điểm để sửa.', typed: 'Hoặc gõ các điểm (mỗi dòng: vĩ độ, kinh độ)',
    wards: 'Phường tham gia', suggested: 'Tuyến này đi gần ranh giới của', takeAll: 'Chọn cả các phường này', wardsNone: 'Vẽ tuyến để thấy các phường hai bên.', note: 'Ghi chú', save: 'Gửi kế hoạch', saving: 'Đang gửi…', missing: 'Vẽ tuyến hoặc vùng lên bản đồ.', missingName: 'Đặt tên cho cuộc tuần tra.', missingTime: 'Nhập giờ bắt đầu và kết thúc.', order: 'Giờ kết thúc phải sau giờ bắt đầu.', long: 'Một cuộc tuần tra dài nhất 48 giờ.', missingWard: 'Chọn ít nhất một phường.', badReach: 'Nhập số từ 5 đến 500.', badPoints: 'Cần ít nhất 2 dòng, mỗi dòng một vĩ độ và một kinh độ.', ownWard: 'Phường của bạn phải tham gia.',
    preview: 'Sẽ phủ', previewNone: 'Tuyến này không đến gần ranh giới nào giữa hai phường.', computing: 'Đang tính độ phủ…',
  },
  coverage: {
    title: 'Độ phủ ranh giới', arc: 'Ranh giới', length: 'Dài', side: (ward: string) => `Bên ${ward}`, sideA: 'Bên thứ nhất', sideB: 'Bên thứ hai', both: 'Cả hai bên', patrols: 'Số cuộc', lastAt: 'Lần cuối', sides: 'Độ phủ', never: 'chưa',
    arcWords: (pair: string, length: string, covered: string) => `${pair} (dài ${length}): ${covered}.`, sideWords: (ward: string, metres: string) => `bên ${ward} ${metres}`, bothWords: (metres: string) => `cả hai bên ${metres}`, nothing: 'chưa phủ',
    warning: 'Chỉ phủ một bên ranh giới', warningText: (pairs: string) => `Đối tượng có thể bước sang phường bên ở ${pairs}. Mời phường còn lại cùng đi.`, complete: 'Phủ cả hai bên của mọi ranh giới đi qua', planned: 'Theo kế hoạch', done: 'Theo tuyến đã đi', notYet: 'Chưa ghi nhận tuyến đã đi.',
    period: 'Thời gian', from: 'Từ ngày', to: 'Đến ngày', edition: 'Địa giới', cluster: 'Cụm', summary: (both: string, one: string, none: string) => `${both} ranh giới phủ cả hai bên, ${one} chỉ một bên, ${none} chưa phủ.`, empty: 'Chưa có tuyến nào được ghi trong thời gian này', emptyHint: 'Nới thời gian, hoặc chọn một cụm để thấy cả những ranh giới chưa phủ.', mapTitle: 'Bản đồ độ phủ ranh giới', csv: 'Tải CSV', filter: 'Hiện', all: 'Tất cả', gaps: 'Chưa phủ đủ',
  },
  detail: {
    overlap: (ward: string, from: string, to: string) => `${ward} cũng có cuộc tuần tra khác trùng giờ (${from} – ${to}).`, mapTitle: (name: string) => `Bản đồ ${name}: tuyến kế hoạch, tuyến đã đi, độ phủ ranh giới`, window: 'Khung giờ', wards: 'Phường tham gia', reach: 'Tầm quan sát', note: 'Ghi chú', noNote: 'Không ghi', hidden: 'Vai trò này không xem ghi chú.', book: 'Nhận tham gia', decline: 'Từ chối', declineReason: 'Lý do từ chối', declineMissing: 'Ghi lý do từ chối.', cancelPatrol: 'Hủy cuộc này', markDone: 'Đánh dấu đã thực hiện', reopen: 'Mở lại kế hoạch', sending: 'Đang gửi…', answered: (instant: string) => `trả lời ${instant}`, conflict: 'Có người vừa thay đổi cuộc tuần tra này. Dưới đây là trạng thái mới nhất.', versus: 'Kế hoạch và thực tế',
  },
  record: {
    title: 'Ghi nhận tuyến đã đi', ward: 'Phường', how: 'Cách ghi', upload: 'Tải tệp', draw: 'Vẽ', file: 'Tệp GPX hoặc GeoJSON', fileHint: 'Tối đa 5 MB, 20.000 điểm.', started: 'Bắt đầu đi', ended: 'Kết thúc', send: 'Ghi nhận', sending: 'Đang gửi…', saved: 'Đã ghi nhận tuyến', tracks: 'Các tuyến đã ghi', none: 'Chưa ghi tuyến nào.', source: { drawn: 'vẽ', gpx: 'GPX', geojson: 'GeoJSON' }, trackWords: (ward: string, length: string, source: string) => `${ward}: ${length}, ${source}`, missingFile: 'Chọn một tệp.', tooLarge: 'Tệp lớn hơn 5 MB.', badKind: 'Cần tệp .gpx, .geojson hoặc .json.', mayNot: 'Chỉ phường tham gia, chỉ huy và quản trị ghi nhận tuyến.',
  },
} as const;
