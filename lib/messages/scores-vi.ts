/** Vietnamese texts of the pages about emulation scores. */
export const scoresVi = {
  title: 'Chấm điểm thi đua',
  lead: 'Điểm tính từ việc đã làm trên việc phải làm, không tính từ số vụ xảy ra tại phường.',
  back: 'Các kỳ chấm điểm', backToTable: 'Bảng điểm của kỳ',
  failed: 'Chưa tải được bảng điểm', notFound: 'Không có kỳ chấm điểm này, hoặc vai trò của bạn không được xem', reserved: 'Điểm thi đua dành cho chỉ huy, phân tích và công an phường của cụm',
  assumed: 'giả định, minh họa', statuses: { open: 'Đang chấm', closed: 'Đã chốt' }, scopes: { city: 'Toàn địa bàn', cluster: 'Cụm liên kết' },
  list: {
    periods: 'Kỳ chấm điểm', empty: 'Chưa có kỳ chấm điểm nào', emptyHint: 'Lập bộ tiêu chí rồi lập kỳ chấm điểm.', emptyReader: 'Khi phường hoặc cụm của bạn được chấm điểm, kỳ chấm hiện ở đây.', by: (name: string, version: string) => `${name}, phiên bản ${version}`,
    sets: 'Bộ tiêu chí', noSets: 'Chưa có bộ tiêu chí nào', criteria: (count: string) => `${count} tiêu chí`, version: (version: string, day: string) => `phiên bản ${version}, ghi ngày ${day}`,
    basis: (number: string, day: string) => `Văn bản số ${number} ngày ${day}`, basisNumber: (number: string) => `Văn bản số ${number}`, criterion: 'Tiêu chí', weight: 'Trọng số', how: 'Cách tính',
  },
  formulas: {
    confirm_in_time: 'xác nhận chủ trì đúng hạn', resolve_in_time: 'giải quyết đúng hạn', return_in_time: 'trả kết quả đúng hạn', outcomes_returned: 'đã trả kết quả tin báo', assist_in_time: 'trả lời yêu cầu phối hợp đúng hạn',
    assists_accepted: 'nhận phối hợp', hand_over_in_time: 'trả lời đề nghị bàn giao đúng hạn', disputes_in_time: 'giải quyết mâu thuẫn đúng hạn', joint_patrols: 'tuần tra chung đã nhận và thực hiện', tasks_in_time: 'nhiệm vụ chương trình xong đúng hạn',
  },
  wholes: {
    confirm_in_time: 'tin báo trong kỳ mà phường chủ trì, đã xác nhận hoặc đã hết hạn xác nhận', resolve_in_time: 'tin báo trong kỳ mà phường chủ trì, đã giải quyết hoặc đã hết hạn giải quyết', return_in_time: 'tin báo trong kỳ mà phường chủ trì, đã trả hoặc đã hết hạn trả kết quả',
    outcomes_returned: 'tin báo trong kỳ mà phường chủ trì, đã giải quyết và có ghi thời điểm', assist_in_time: 'lần được đề nghị phối hợp trong kỳ, đã trả lời hoặc đã hết hạn', assists_accepted: 'lần được đề nghị phối hợp trong kỳ, đã trả lời hoặc đã hết hạn',
    hand_over_in_time: 'lần được đề nghị nhận bàn giao trong kỳ, đã trả lời hoặc đã hết hạn', disputes_in_time: 'mâu thuẫn tiếp nhận trong kỳ, đã giải quyết hoặc đã hết hạn (chuyển đúng hạn hoặc rút thì không tính)', joint_patrols: 'cuộc tuần tra nhiều phường trong kỳ đã qua giờ, trừ cuộc đã hủy',
    tasks_in_time: 'nhiệm vụ giao cho phường, đến hạn trong kỳ',
  },
  table: {
    title: 'Bảng điểm', ward: 'Phường, xã', total: 'Điểm', weightShare: 'Phần trọng số có số liệu', noTotal: 'chưa đủ số liệu', criterion: 'Tiêu chí', quantity: 'Đạt/phải làm', points: 'Điểm tiêu chí', weight: 'Trọng số', used: 'Tỉ trọng trong điểm', state: 'Ghi chú', open: (ward: string) => `Mở điểm của ${ward}`,
    view: 'Cách xem', views: { points: 'Điểm', figures: 'Số liệu' }, empty: 'Không có phường nào trong tầm xem của bạn',
    period: (from: string, to: string) => `Kỳ từ ${from} đến ${to}`, asOf: (instant: string) => `Số liệu đến ${instant}`, frozen: (instant: string, role: string) => `Đã chốt lúc ${instant} (${role}): số liệu, tiêu chí và hồ sơ giữ nguyên như khi chốt.`,
    rule: (least: string) => `Điểm 0–100 là trung bình các tiêu chí có số liệu, theo trọng số. Không có số liệu không phải là 0 điểm: trọng số của tiêu chí đó chia cho các tiêu chí còn lại theo tỉ lệ. Dưới ${least} trọng số có số liệu thì không cho điểm chung.`,
    notRanked: 'Mỗi tiêu chí là phần đã làm trên phần phải làm; số vụ xảy ra nhiều hay ít không làm tăng giảm điểm.', partial: 'Bạn xem điểm của phường mình và các phường cùng cụm.',
    elsewhere: (count: string) => `${count} việc trong kỳ thuộc phường của địa giới khác nên không tính cho phường nào ở đây.`, newer: (version: string) => `Bộ tiêu chí đã có phiên bản ${version}; kỳ này vẫn theo phiên bản của mình.`,
  },
  states: { scored: 'đã có điểm', no_data: 'không có số liệu', too_few: 'quá ít hồ sơ', not_given: 'chưa chấm' },
  unfold: {
    title: (ward: string) => `Điểm của ${ward}`, of: (part: string, whole: string) => `${part}/${whole}`, points: (points: string) => `${points} điểm`, weight: (weight: string, used: string) => `trọng số ${weight} → ${used} của điểm`, unused: (weight: string) => `trọng số ${weight}, chia cho tiêu chí khác`, whole: (text: string) => `Trên: ${text}.`,
    full: (share: string) => `Đạt ${share} trở lên là đủ điểm.`, least: (count: string) => `Cần ít nhất ${count} hồ sơ.`, records: (count: string) => `${count} hồ sơ`, record: 'Hồ sơ', id: 'Mã', at: 'Bắt đầu', due: 'Hạn', done: 'Đã làm', counted: 'Tính', yes: 'đạt', no: 'không đạt', withheld: 'Hồ sơ của phường khác chỉ xem được số lượng.',
    kinds: { incident: 'Vụ việc', dispute: 'Mâu thuẫn', patrol: 'Tuần tra', task: 'Nhiệm vụ' }, entries: 'Điểm chấm tay', entry: (value: string, outOf: string) => `${value}/${outOf}`, by: (role: string, instant: string) => `${role}, ${instant}`, corrected: 'đã đính chính', basis: 'Căn cứ', give: 'Chấm', correct: 'Đính chính', system: 'Hệ thống',
  },
  forms: {
    newPeriod: 'Lập kỳ chấm điểm', newSet: 'Lập bộ tiêu chí', editSet: 'Sửa thành phiên bản mới', editSetOf: (name: string) => `Phiên bản mới: ${name}`, name: 'Tên', set: 'Bộ tiêu chí', scope: 'Phạm vi', from: 'Từ ngày', to: 'Đến ngày', preset: 'Kỳ', own: 'Tự chọn', presets: { reporting_month: 'Tháng báo cáo trước (15 → 14)', quarter: 'Quý trước', reporting_year: 'Năm báo cáo trước (01/10 → 30/9)', year: 'Năm nay' },
    number: 'Số văn bản', date: 'Ngày văn bản', least: 'Phần trọng số tối thiểu phải có số liệu (%)', criterion: (number: string) => `Tiêu chí ${number}`, criterionName: 'Tên tiêu chí', weight: 'Trọng số', source: 'Cách tính', manual: 'Chấm tay, có căn cứ', full: 'Đủ điểm từ (%)', leastRecords: 'Số hồ sơ tối thiểu', outOf: 'Điểm tối đa', add: 'Thêm tiêu chí', remove: (name: string) => `Bỏ tiêu chí ${name}`,
    noCounts: 'Chỉ có tiêu chí dạng phần đã làm trên phần phải làm; không có tiêu chí đếm số vụ.', missing: 'Điền vào ô này.', bad: 'Nhập một số hợp lệ.', twice: 'Một đại lượng chỉ tính một lần.', order: 'Ngày kết thúc không được trước ngày bắt đầu.', giveOf: (criterion: string, ward: string) => `${criterion}: ${ward}`, value: (outOf: string) => `Điểm (0 đến ${outOf})`, basis: 'Căn cứ', basisHint: 'Bắt buộc. Không ghi tên người.',
    close: 'Chốt điểm', closeAsk: 'Chốt điểm kỳ này?', closeHint: 'Sau khi chốt, số liệu, tiêu chí và hồ sơ được giữ nguyên, không sửa được nữa.', closeAgain: 'Chốt', notOver: 'Kỳ chưa kết thúc nên chưa chốt được.', useNewest: (version: string) => `Dùng phiên bản ${version}`, conflict: 'Có người vừa sửa; số liệu mới nhất đã hiện, hãy làm lại.',
  },
  history: { title: 'Diễn biến', made: 'Lập kỳ chấm', changed: 'Sửa kỳ chấm', closed: 'Chốt điểm', refused: 'Thao tác bị từ chối', entryMade: 'Chấm tay', entryChanged: 'Đính chính điểm chấm tay' },
};
