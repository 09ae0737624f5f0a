/** Vietnamese texts of the analyst's workbench. */
export const analysisPageVi = {
  title: 'Phân tích điểm nóng',
  lead: 'Tìm điểm nóng trên cả cụm, không cắt theo phường; xem nó có thật không, có bị ranh giới che không.',
  forbidden: 'Trang này dành cho phân tích, chỉ huy và quản trị',
  forbiddenHint: 'Hãy nhờ một trong các vai trò đó chạy phân tích, hoặc xem điểm nóng trên bản đồ.',
  readOnly: 'Vai trò chỉ huy xem kết quả; người phân tích chạy.',
  groups: { hotspots: 'Điểm nóng ở đâu', times: 'Nóng lên khi nào, còn nóng không', borders: 'Ranh giới che điều gì', relations: 'Các nơi liên quan với nhau ra sao' },
  scope: {
    title: 'Phạm vi', period: 'Thời gian', presets: { '28': '28 ngày', '90': '90 ngày', '365': '1 năm', '1095': '3 năm' }, from: 'Từ ngày', to: 'Đến ngày', order: 'Ngày đầu phải trước ngày cuối.',
    categories: 'Loại vụ việc', allCategories: 'Mọi loại', someCategories: (count: string) => `${count} loại`, edition: 'Địa giới',
    area: 'Địa bàn', areaKinds: { cluster: 'Cụm', wards: 'Phường', province: 'Tỉnh, thành', zone: 'Vùng' },
    noClusters: 'Không có cụm nào trong địa giới này.', noZones: 'Chưa có vùng nào.', wardSearch: 'Gõ tên phường để thêm', removeWard: (ward: string) => `Bỏ ${ward}`, noWards: 'Thêm ít nhất một phường.', choose: 'Chọn…', union: 'Tính trên cả địa bàn gộp lại, không tách từng phường.',
  },
  method: { title: 'Phương pháp', choose: 'Chọn phương pháp', change: 'Đổi', pick: 'Bạn muốn biết điều gì?', pickHint: 'Mỗi phương pháp trả lời một câu hỏi.', reading: 'Cách đọc', source: 'Nguồn', missing: 'Phương pháp này chưa có trên máy chủ.' },
  parameters: {
    title: 'Tham số', auto: 'tự động', autoWas: (value: string) => `tự động: ${value}`, yes: 'Có', no: 'Không', range: (least: string, most: string) => `Nhập số từ ${least} đến ${most}.`, whole: 'Nhập số nguyên.', seed: 'Hạt giống ngẫu nhiên',
    seedHint: 'Cùng số liệu, tham số và hạt giống cho cùng từng con số.', show: 'Tham số và hạt giống', reset: 'Đặt lại tự động', noPatrols: 'Chưa có cuộc tuần tra nào đã thực hiện trong thời gian này.', none: 'Phương pháp này không có tham số.',
  },
  run: {
    start: 'Chạy phân tích', sending: 'Đang gửi…', missingArea: 'Chọn địa bàn.', missingMethod: 'Chọn phương pháp.', failed: 'Chưa gửi được', queued: 'Đang chờ tới lượt', running: (share: string) => `Đang tính: ${share}`, cancel: 'Dừng', stopping: 'Đang dừng…', changed: 'Phạm vi hoặc tham số bên trái đã đổi. Kết quả này là của lần chạy trước.',
    states: { queued: 'Đang chờ', running: 'Đang tính', done: 'Xong', failed: 'Không xong', cancelled: 'Đã dừng' },
  },
  runs: { title: 'Các lần chạy', mine: 'Của tôi', saved: 'Đã lưu', all: 'Tất cả', empty: 'Chưa có lần chạy nào', emptyHint: 'Chọn câu hỏi và địa bàn rồi bấm Chạy phân tích.', loadFailed: 'Chưa tải được danh sách', savedMark: 'Đã lưu' },
  states: {
    empty: 'Chọn câu hỏi, rồi chạy', emptyHint: 'Kết quả hiện ở đây: nhận định trước, rồi con số, biểu đồ và nơi tìm thấy.', notFound: 'Không có lần chạy này, hoặc vai trò của bạn không được xem', loadFailed: 'Chưa tải được kết quả',
    cancelled: 'Đã dừng. Không có kết quả.', cancelledHint: 'Phạm vi và tham số còn ở bên trái; bấm Chạy phân tích để tính lại.', failed: 'Lần chạy này không xong', nothing: 'Chưa thể kết luận', stale: (age: string) => `Số liệu của kết quả này dừng ở ${age}.`, newer: 'Từ đó đã có vụ việc mới.', running: 'Kết quả sẽ hiện ở đây khi tính xong.',
    failures: {
      interrupted: 'Máy chủ tính toán bị ngắt giữa chừng. Hãy chạy lại.', too_long: 'Tính quá 10 phút nên đã dừng. Thu hẹp địa bàn, rút ngắn thời gian, hoặc dùng lưới thưa hơn.', too_large: 'Phép tính hoặc kết quả quá lớn. Dùng lưới thưa hơn hoặc địa bàn nhỏ hơn.',
      bad_parameters: 'Các tham số không hợp với nhau. Để trống những ô không chắc.', not_finite: 'Phép tính cho ra số không xác định. Đây là lỗi của phần mềm; hãy báo cho quản trị.', other: 'Máy chủ gặp lỗi khi tính. Hãy chạy lại.',
    },
  },
  result: { headline: 'Nhận định', warnings: 'Điều kiện khi đọc', facts: 'Con số', interval: (low: string, high: string) => `khoảng ${low} – ${high}`, unknown: 'không xác định được', map: 'Bản đồ kết quả', text: 'Kết quả bằng lời', chartsAndTables: 'Biểu đồ và bảng', hide: 'Thu gọn', show: 'Mở', count: (count: string) => `${count} vụ`, expected: (count: string) => `ngẫu nhiên: ${count}`, left: (count: string) => `bỏ ${count} vụ` },
  findings: { title: 'Nơi tìm thấy', none: 'Không có nơi nào nổi bật.', incidents: 'Các vụ việc', hide: 'Ẩn các vụ việc', makeZone: 'Tạo vùng', making: 'Đang tạo…', made: 'Đã tạo vùng', failed: 'Chưa tạo được vùng', zoneName: (title: string, rank: string) => `${title}: nơi số ${rank}`, incident: 'Vụ việc', when: 'Lúc', category: 'Loại', ward: 'Phường', shown: (shown: string, count: string) => `${shown} trong ${count} vụ`, more: 'Xem thêm', show: (count: string) => `Xem thêm ${count} nơi` },
  chart: { asTable: 'Xem dạng bảng', asChart: 'Xem dạng biểu đồ', low: 'Cận dưới', high: 'Cận trên', none: 'Không có số để vẽ.' },
  table: { sort: (column: string) => `Sắp theo ${column}`, copy: 'Sao chép', copied: 'Đã sao chép', csv: 'CSV', rows: (from: string, to: string, all: string) => `${from}–${to} trong ${all} dòng`, incident: 'Xem vụ việc', previous: 'Trang trước', next: 'Trang sau', empty: 'Bảng không có dòng nào.' },
  provenance: {
    title: 'Căn cứ', asOf: 'Số liệu đến', period: 'Thời gian', area: 'Địa bàn', categories: 'Loại vụ việc', edition: 'Địa giới', incidents: 'Vụ việc đã xét', leftOut: { outside_every_ward: 'ngoài mọi phường', not_in_area: 'ngoài địa bàn' }, parameters: 'Tham số', by: { analyst: 'người chạy đặt', data: 'số liệu chọn', default: 'mặc định' },
    seed: 'Hạt giống', method: 'Phương pháp', version: (version: string) => `phiên bản ${version}`, computed: 'Tính xong', took: (time: string) => `trong ${time}`, takenFrom: 'Lấy từ lần chạy có cùng đầu vào', digests: 'Dấu số', data: 'số liệu', input: 'đầu vào', outcome: 'kết quả', repeats: 'Chạy lại của', open: 'Mở lần chạy đó', same: 'Kết quả trùng từng con số với lần chạy trước.', differs: 'Kết quả khác lần chạy trước: số liệu hoặc phương pháp đã đổi.', role: 'Người chạy', wardsCount: (count: string) => `${count} phường, xã`,
  },
  actions: { save: 'Lưu', saveTitle: 'Lưu lần chạy', saveHint: 'Lần chạy không lưu sẽ bị xóa sau 30 ngày.', name: 'Tên', saved: 'Đã lưu', unsave: 'Bỏ lưu', link: 'Sao chép liên kết', linked: 'Đã sao chép', rerun: 'Chạy lại', rerunThen: 'Trên đúng số liệu lúc đó', rerunNow: 'Trên số liệu hiện nay', export: 'Xuất', geojson: 'GeoJSON', csv: (table: string) => `CSV: ${table}`, picture: 'Ảnh PNG', pictureBusy: 'Đang vẽ ảnh…', conflict: 'Có người vừa sửa lần chạy này. Dưới đây là bản mới nhất.' },
  legend: { incidents: 'Vụ việc trong phạm vi' },
} as const;
