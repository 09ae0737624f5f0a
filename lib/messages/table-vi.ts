/** Words of every table that can be sorted, copied and saved. */
export const tableVi = {
  empty: 'Không có dòng nào.',
  sort: (column: string) => `Sắp xếp theo ${column}`,
  rows: (first: string, last: string, all: string) => `Dòng ${first}–${last} trong ${all}`,
  previous: 'Trước',
  next: 'Sau',
  copy: 'Sao chép bảng',
  copied: 'Đã sao chép',
  csv: 'CSV',
  xlsx: 'Excel (XLSX)',
  failed: 'Không thực hiện được. Hãy thử lại.',
};
