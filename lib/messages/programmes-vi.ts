/** Vietnamese texts of the pages about programmes. */
export const programmesVi = {
  title: 'Chương trình',
  lead: 'Nhiệm vụ, chỉ tiêu, mô hình, khen thưởng và kết quả tiếp nhận – xử lý – trả lời tin báo.',
  back: 'Danh sách chương trình',
  failed: 'Chưa tải được chương trình',
  notFound: 'Không có chương trình này, hoặc vai trò của bạn không được xem',
  tabs: { list: 'Chương trình', models: 'Mô hình', review: 'Tổng kết', drugFree: 'Địa bàn trắng ma túy' },
  tabsLabel: 'Các trang chương trình',
  assumed: 'số liệu giả định',
  statuses: { draft: 'Bản nháp', active: 'Đang thực hiện', closed: 'Đã kết thúc' },
  scopes: { city: 'Toàn địa bàn', cluster: 'Cụm liên kết', wards: 'Một số phường' },
  list: {
    label: 'Các chương trình', empty: 'Chưa có chương trình nào', emptyHint: 'Lập chương trình để giao nhiệm vụ và theo dõi chỉ tiêu.', emptyReader: 'Khi một chương trình được đưa vào thực hiện, chương trình đó hiện ở đây.',
    tasks: (done: string, all: string) => `${done}/${all} nhiệm vụ hoàn thành`, late: (count: string) => `${count} quá hạn`, noTasks: 'Chưa giao nhiệm vụ', progress: 'Tiến độ', time: (share: string) => `đã qua ${share} thời gian`,
    basis: (number: string, day: string) => `Văn bản số ${number} ngày ${day}`, basisNumber: (number: string) => `Văn bản số ${number}`,
  },
  form: {
    add: 'Lập chương trình', title: 'Lập chương trình', name: 'Tên chương trình', number: 'Số văn bản', date: 'Ngày văn bản', scope: 'Phạm vi', cluster: 'Cụm', chooseCluster: 'Chọn cụm', from: 'Từ ngày', to: 'Đến ngày', status: 'Trạng thái', note: 'Ghi chú', noteHint: 'Không ghi tên người.', missing: 'Điền vào ô này.', order: 'Ngày kết thúc không được trước ngày bắt đầu.',
    activate: 'Đưa vào thực hiện', close: 'Kết thúc chương trình', conflict: 'Có người vừa sửa; số liệu mới nhất đã hiện, hãy làm lại.',
  },
  tasks: {
    title: 'Nhiệm vụ', empty: 'Chưa giao nhiệm vụ nào', add: 'Thêm nhiệm vụ', name: 'Nhiệm vụ', owners: 'Đơn vị thực hiện', nobody: 'Chung', due: 'Hạn', state: 'Trạng thái', progress: 'Tiến độ', percent: (value: string) => `${value} %`, report: 'Báo tiến độ', reportOf: (name: string) => `Báo tiến độ: ${name}`, value: 'Tiến độ (0–100 %)', badValue: 'Nhập số nguyên từ 0 đến 100.', note: 'Nội dung báo cáo', done: (day: string) => `xong ${day}`, doneOn: 'Ngày hoàn thành', doneLate: 'chậm hạn',
    states: { not_started: 'Chưa bắt đầu', in_progress: 'Đang làm', done: 'Hoàn thành', late: 'Quá hạn' }, ward: 'Phường thực hiện', noWard: 'Không giao riêng phường nào', place: 'Thứ tự', badPlace: 'Nhập số nguyên từ 1 đến 999.', edit: 'Sửa', editOf: (name: string) => `Sửa nhiệm vụ: ${name}`, ownersHint: 'Không chọn phường nào là nhiệm vụ chung.', formNote: 'Ghi chú',
  },
  indicators: {
    title: 'Chỉ tiêu', empty: 'Chưa đặt chỉ tiêu nào', name: 'Chỉ tiêu', value: 'Thực hiện', target: 'Mục tiêu', source: 'Nguồn', met: 'Kết quả', noTarget: 'không đặt', noValue: 'chưa có số liệu', isMet: 'Đạt', notMet: 'Chưa đạt', unknown: '–',
    directions: { up: (value: string) => `ít nhất ${value}`, down: (value: string) => `nhiều nhất ${value}`, keep: (value: string) => `giữ ${value}` },
    sources: { records: 'Tính từ hồ sơ', entered: 'Đơn vị nhập' }, counted: (part: string, whole: string) => `${part} trong ${whole}`,
    formulas: { border_incidents: 'vụ việc vùng giáp ranh', category_incidents: 'vụ việc theo loại', leads_in_time: 'đơn vị chủ trì xác nhận đúng hạn, trên số đến hạn', outcomes_returned: 'kết quả đã trả, trên số đã giải quyết có ghi thời điểm', joint_patrols: 'tuần tra chung đã thực hiện', patrols: 'tuần tra đã thực hiện', zones_closed: 'vùng phân tích đã đóng', drug_free_wards: 'phường trắng về ma túy' },
    records: 'Xem vụ việc', entries: (count: string) => `${count} lần nhập`, enter: 'Nhập số liệu', enterOf: (name: string) => `Nhập số liệu: ${name}`, correct: 'Đính chính', from: 'Từ ngày', to: 'Đến ngày', number: 'Giá trị', badNumber: 'Nhập một số.', basis: 'Căn cứ', corrected: 'đã đính chính', by: (role: string, instant: string) => `${role}, ${instant}`, addsUp: 'Cộng các kỳ', latest: 'Lấy kỳ mới nhất',
    add: 'Thêm chỉ tiêu', edit: 'Sửa', editOf: (name: string) => `Sửa chỉ tiêu: ${name}`, fixed: 'Nguồn và cách tính giữ nguyên, để số liệu đã có không đổi nghĩa; cần cách tính khác thì thêm chỉ tiêu mới.', unit: 'Đơn vị tính', direction: 'Hướng', directionNames: { up: 'Càng cao càng tốt', down: 'Càng thấp càng tốt', keep: 'Giữ đúng mức' }, targetHint: 'Bỏ trống nếu không đặt mục tiêu.', formula: 'Tính từ', categories: 'Loại vụ việc', needCategory: 'Chọn ít nhất một loại.', task: 'Thuộc nhiệm vụ', taskHint: 'Phường thực hiện nhiệm vụ này được nhập số liệu.', noTask: 'Không thuộc nhiệm vụ nào', several: 'Khi có nhiều kỳ', order: 'Thứ tự',
  },
  commendations: {
    title: 'Khen thưởng', empty: 'Chưa ghi quyết định khen thưởng nào', level: 'Cấp', decision: 'Quyết định', day: 'Ngày', collectives: 'Tập thể', individuals: 'Cá nhân', total: 'Cộng', hint: 'Chỉ ghi số lượng, không ghi tên.',
    levels: { ward: 'Phường, xã', city: 'Thành phố', ministry: 'Bộ', other: 'Khác' }, add: 'Thêm khen thưởng', number: 'Số quyết định', ward: 'Phường được khen (nếu là cấp phường)', bad: 'Nhập số nguyên, không âm.', nobody: 'Phải có ít nhất một tập thể hoặc cá nhân.',
  },
  models: {
    title: 'Mô hình', lead: 'Mô hình phòng ngừa có tên và địa điểm; ghi nơi thực hiện, không ghi người.', empty: 'Chưa có mô hình nào', mapTitle: 'Bản đồ các mô hình', count: (count: string) => `${count} mô hình`, inForce: (count: string) => `${count} đang hoạt động`, since: (from: string) => `từ ${from}`, between: (from: string, to: string) => `${from} – ${to}`, ended: 'đã dừng', show: 'Hiện trên bản đồ', open: 'Thuộc chương trình', legend: 'Mô hình phòng ngừa',
    kinds: { three_keep_four: '3 quản, 4 giữ', self_managed_agency: 'Cơ quan tự quản', school: 'Trường học', hospital: 'Bệnh viện', residential_area: 'Khu dân cư tự quản', joint_patrol_team: 'Tổ tuần tra chung', other: 'Khác' },
    add: 'Thêm mô hình', edit: 'Sửa mô hình', editOf: (name: string) => `Sửa mô hình: ${name}`, pick: 'Bấm trên bản đồ để chọn vị trí, hoặc nhập tọa độ.', to: 'Đến ngày (bỏ trống nếu còn hoạt động)', noEnd: 'Còn hoạt động', programme: 'Thuộc chương trình', noProgramme: 'Không thuộc chương trình nào', newName: 'Vị trí đang chọn', kind: 'Loại', name: 'Tên mô hình', place: 'Địa điểm', position: 'Tọa độ (vĩ độ, kinh độ)', badPosition: 'Nhập vĩ độ và kinh độ, ví dụ 21,0375; 105,8105.', words: (name: string, place: string, ward: string) => `${name}: ${place}, ${ward}`,
  },
  drugFree: {
    title: 'Địa bàn trắng về ma túy', failed: 'Chưa tính được tình trạng các phường', day: 'Vào ngày', statuses: { free: 'Trắng về ma túy', not_free: 'Có vụ việc', not_known: 'Chưa đủ dữ liệu' },
    rule: (months: string, from: string, to: string, version: string) => `Quy tắc (bản ${version}): không có vụ việc ma túy nào ghi nhận xảy ra tại phường trong ${months} tháng, từ ${from} đến ${to}, và phường có dữ liệu từ trước đó.`,
    caution: 'Không có vụ việc được ghi không có nghĩa là không có ma túy.', ward: 'Phường', status: 'Tình trạng', since: 'Từ ngày', last: 'Vụ gần nhất', incidents: 'Số vụ trong kỳ', records: 'Dữ liệu từ', never: 'chưa ghi nhận', noRecords: 'không có dữ liệu', show: 'Xem vụ việc', all: 'Tất cả', filter: 'Tình trạng', officer: 'Bạn xem các phường của mình và của cụm.', count: (count: string) => `${count} phường`,
  },
  review: {
    title: 'Tổng kết', failed: 'Chưa lập được bảng tổng kết', from: 'Từ ngày', to: 'Đến ngày', unit: 'Chia theo', scope: 'Phạm vi', all: 'Toàn địa bàn', apply: 'Lập bảng', print: 'In', tenYears: '10 năm', thisYear: 'Năm nay', badSpan: 'Chọn khoảng thời gian: ngày kết thúc không trước ngày bắt đầu, dài nhất 20 năm (10 năm nếu chia theo tháng).',
    units: { month: 'Tháng', quarter: 'Quý', year: 'Năm', reporting_year: 'Năm báo cáo (01/10–30/09)' }, heading: (from: string, to: string, scope: string) => `Tổng kết từ ${from} đến ${to} – ${scope}`,
    coverage: (from: string, to: string) => `Dữ liệu từ ${from} đến ${to}.`, uncovered: (day: string) => `Trước ${day} không có dữ liệu: số 0 trong các kỳ đó không phải là không có vụ việc.`, noRecords: 'Không có vụ việc nào trong tầm xem của bạn.', partialSight: 'Bảng này chỉ gồm những gì bạn được xem: phường của bạn và các phường trong cụm.', asOf: (instant: string) => `Số liệu đến ${instant}`, cluster: 'Theo vị trí vụ việc trong ranh giới các phường của cụm.',
    period: 'Kỳ', partial: 'kỳ chưa trọn', part: 'số đạt', whole: 'trên số', beforeData: 'chưa có dữ liệu', total: 'Cộng', incidents: 'Vụ việc', border: 'Vùng giáp ranh', outside: 'Ngoài vùng giáp ranh', categories: 'Theo loại vụ việc (cả hai vùng)',
    reports: 'Tin báo: tiếp nhận – xử lý – trả kết quả', received: 'Tiếp nhận', people: 'của người dân', handled: 'Đã xử lý', handledShare: 'Tỉ lệ xử lý', returned: 'Đã trả kết quả', returnedShare: 'Tỉ lệ trả', confirmInTime: 'Xác nhận đúng hạn', resolveInTime: 'Giải quyết đúng hạn', returnInTime: 'Trả kết quả đúng hạn', of: (part: string, whole: string) => `${part}/${whole}`, none: '–',
    reportsHint: 'Tính theo ngày tiếp nhận, kết quả đến nay. Tỉ lệ trả: trên số đã giải quyết có ghi thời điểm. Đúng hạn: trên số đã đến hạn hoặc đã làm xong và có ghi thời hạn. Dấu – là không có gì để tính.',
    work: 'Công tác đã làm', joint: 'Tuần tra chung', single: 'Tuần tra riêng', zonesOpened: 'Vùng mở', zonesClosed: 'Vùng đóng', models: 'Mô hình cuối kỳ', collectives: 'Tập thể được khen', individuals: 'Cá nhân được khen', tasksDone: 'Nhiệm vụ hoàn thành', tasksDue: 'Nhiệm vụ đến hạn', drugFree: 'Phường trắng ma túy cuối kỳ', notFree: 'Phường có vụ việc', notKnown: 'Chưa đủ dữ liệu', drugHint: (months: string, version: string) => `Phường theo địa giới hiện nay; quy tắc bản ${version}, ${months} tháng.`,
    chartIncidents: 'Vụ việc theo kỳ', chartReports: 'Tin báo theo kỳ', chartDrugFree: 'Phường theo tình trạng ma túy cuối kỳ', open: 'Xem vụ việc',
  },
};
