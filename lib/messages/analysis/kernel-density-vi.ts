import { lackVi } from './lack-words';
import type { MethodTexts } from './method-texts';
import { placeVi } from './place-words';

/** Vietnamese texts of kernel density. */
export const kernelDensityVi: MethodTexts = {
  title: 'Mật độ vụ việc (KDE)',
  question: 'Vụ việc dồn dày nhất ở đâu trên toàn địa bàn, không bị cắt ở ranh giới phường?',
  reading: 'Màu càng đậm, mật độ càng cao; mỗi dải chứa một phần đã biết của tổng mật độ, ghi trong chú giải. Bản đồ cho biết nơi nhiều vụ, không phải nơi nguy hiểm hơn tính theo đầu người: nơi đông dân, đông hàng quán thường đậm sẵn.',
  source: 'Ước lượng mật độ hạt nhân bậc bốn, Silverman (1986); hiệu chỉnh mép Diggle (1985), Jones (1993); bán kính thích nghi Abramson (1982); dải mật độ Hyndman (1996).',
  parameters: {
    radiusMetres: { label: 'Bán kính', help: 'Mỗi vụ việc được trải ra trong vòng tròn bán kính này; nhỏ thì thấy từng góc phố, lớn thì thấy cả khu vực.' },
    radiusKind: { label: 'Kiểu bán kính', help: 'Cố định: mọi vụ dùng cùng bán kính; thích nghi: nơi thưa trải rộng hơn, nơi dày trải hẹp hơn.', choices: { fixed: 'Cố định', adaptive: 'Thích nghi theo mật độ' } },
    cellMetres: { label: 'Cỡ ô tính', help: 'Mật độ được tính ở tâm các ô cỡ này; nên nhỏ hơn bán kính nhiều lần.' },
    edge: { label: 'Hiệu chỉnh mép', help: 'Phần của vòng tròn nằm ngoài địa bàn được trả lại thế nào; nếu không hiệu chỉnh, mật độ sát mép bị thấp giả.', choices: { none: 'Không hiệu chỉnh', uniform: 'Chia theo vị trí (Diggle)', jones_diggle: 'Giữ nguyên tổng số vụ (Jones – Diggle)' } },
    topShare: { label: 'Phần đậm nhất coi là một nơi', help: 'Các mảng chứa phần này của tổng mật độ (tính từ nơi dày nhất) được nêu thành từng nơi.' },
  },
  told: {
    ...lackVi,
    radius_from_neighbours: ({ neighbours, radius }, p) => `Với ${p.in('metres', radius)}, một nửa số vụ có ít nhất ${p.count(neighbours)} vụ khác trong bán kính (đã làm tròn và giữ trong khoảng hợp lý).`,
    cell_from_radius: ({ cell }, p) => `Bằng một phần tám bán kính: ${p.in('metres', cell)}.`,
    cell_from_area: ({ cell }, p) => `Địa bàn rộng: ô ${p.in('metres', cell)} là nhỏ nhất để số ô còn tính được.`,
    top_of_few: ({ count }, p) => `Chỉ có ${p.count(count)} vụ: một phần mười của số đó chưa thành một nơi.`,
    headline: (v, p) => `Một nửa số vụ dồn vào ${p.in('share', v.halfAreaShare)} diện tích. Dày nhất: ${placeVi(v, p)} – ${p.count(v.count)} vụ trên ${p.in('km2', v.areaKm2)}${v.borderShare === null ? '' : `, ${p.in('share', v.borderShare)} mật độ ở đó đến từ bên kia ranh giới`}. Đổi bán kính 1,5 lần, ${p.in('share', v.stays)} số vụ ở đó vẫn thuộc vùng dày nhất.`,
    headline_unsteady: (v, p) => `Một nửa số vụ dồn vào ${p.in('share', v.halfAreaShare)} diện tích. Dày nhất: ${placeVi(v, p)} – ${p.count(v.count)} vụ trên ${p.in('km2', v.areaKm2)}, nhưng chưa chắc: đổi bán kính 1,5 lần, chỉ ${p.in('share', v.stays)} số vụ ở đó còn thuộc vùng dày nhất.`,
    spread_out: ({ halfAreaShare }, p) => `Một nửa số vụ dồn vào ${p.in('share', halfAreaShare)} diện tích, nhưng vùng dày nhất không chứa vụ nào: bán kính quá lớn so với địa bàn.`,
    band: ({ massShare, areaShare, perKm2 }, p) => `${p.in('share', massShare)} tổng mật độ nằm trong ${p.in('share', areaShare)} diện tích: từ ${p.in('perKm2', perKm2)} trở lên`,
    place: (v, p) => `${placeVi(v, p)}: ${p.count(v.count)} vụ trên ${p.in('km2', v.areaKm2)}; nếu rải đều cả địa bàn thì ${p.number(v.expected)} vụ${v.borderShare === null ? '' : `; ${p.in('share', v.borderShare)} mật độ đến từ bên kia ranh giới`}`,
    legend_place: () => 'Nơi dày nhất, có thể lập thành vùng',
    cell_raised: ({ asked, cell }, p) => `Cỡ ô ${p.in('metres', asked)} quá nhỏ cho địa bàn hoặc bán kính này; đã tính với ${p.in('metres', cell)}.`,
    coarse_cells: ({ cell, radius }, p) => `Ô tính ${p.in('metres', cell)} quá thô so với bán kính ${p.in('metres', radius)}: hình dạng các dải chỉ gần đúng. Hãy thu hẹp địa bàn hoặc tăng bán kính.`,
    no_edge: () => 'Không hiệu chỉnh mép: mật độ sát mép địa bàn thấp hơn thực tế, đến một nửa ở mép thẳng.',
    edge_changed: () => 'Với bán kính thích nghi, mép được hiệu chỉnh theo từng vụ (Jones – Diggle) thay cho cách chia theo vị trí.',
  },
  facts: {
    halfAreaShare: { label: 'Diện tích chứa một nửa số vụ', help: 'Phần diện tích nhỏ nhất (lấy từ nơi dày nhất) chứa một nửa số vụ; càng nhỏ, vụ việc càng tập trung.' },
    borderShare: { label: 'Mật độ đến từ bên kia ranh giới', help: 'Phần mật độ ở các nơi dày nhất do vụ việc của phường bên cạnh tạo nên; tính riêng từng phường sẽ mất phần này.' },
    stays: { label: 'Giữ nguyên khi đổi bán kính', help: 'Phần nhỏ nhất số vụ của nơi dày nhất còn thuộc vùng dày nhất khi bán kính nhỏ hoặc lớn hơn 1,5 lần; gần 100% là chắc. Phương pháp này không có trị số p.' },
    peakPerKm2: { label: 'Mật độ cao nhất', help: 'Số vụ trên một km² trong cả thời gian đã chọn, tại ô dày nhất.' },
    peakPer28Days: { label: 'Mật độ cao nhất, tính cho 28 ngày', help: 'Cũng con số ấy quy về 28 ngày, để so giữa các thời gian dài ngắn khác nhau.' },
    meanPerKm2: { label: 'Mật độ trung bình', help: 'Số vụ chia cho diện tích cả địa bàn.' },
    radius: { label: 'Bán kính đã dùng', help: 'Bán kính của mỗi vụ việc (trung bình nhân, nếu thích nghi).' },
    cell: { label: 'Cỡ ô đã dùng', help: 'Cỡ ô mà mật độ được tính.' },
  },
  tables: {
    places: {
      title: 'Nơi dày nhất',
      columns: { rank: 'Thứ tự', ward: 'Phường, xã nhiều vụ nhất', otherWard: 'Phường, xã thứ hai', wards: 'Số phường, xã', count: 'Số vụ', expected: 'Nếu rải đều', areaKm2: 'Diện tích', perKm2: 'Mật độ', per28Days: 'Mật độ cho 28 ngày', borderShare: 'Từ bên kia ranh giới' },
    },
    bands: {
      title: 'Các dải mật độ',
      columns: { massShare: 'Phần mật độ chứa trong dải', perKm2: 'Mật độ từ', per28Days: 'Mật độ từ, cho 28 ngày', areaKm2: 'Diện tích', areaShare: 'Phần diện tích', count: 'Số vụ', countShare: 'Phần số vụ' },
    },
  },
  charts: {
    concentration: { title: 'Mức độ tập trung', x: 'Phần diện tích, từ nơi dày nhất', y: 'Phần số vụ', series: { incidents: 'Vụ việc', even: 'Nếu rải đều' } },
  },
  classes: {},
};
