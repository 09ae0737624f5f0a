import { lackEn, lackVi } from './lack-words';
import type { MethodTexts } from './method-texts';
import { placeEn, placeVi } from './place-words';

type Common = Pick<MethodTexts, 'told' | 'facts' | 'tables' | 'charts' | 'classes'>;

/** Vietnamese words that both ways of clustering share. */
export const pointClustersVi: Common = {
  told: {
    ...lackVi,
    points_from_count: ({ count, minPoints }, p) => `Với ${p.count(count)} vụ, từ ${p.count(minPoints)} vụ trở lên mới coi là một ổ (hai lần lôgarit của số vụ, từ 4 đến 25).`,
    fewer_than_cluster: ({ count, minPoints }, p) => `Chỉ có ${p.count(count)} vụ, ít hơn ${p.count(minPoints)} vụ cần cho một ổ.`,
    headline: (v, p) => `${p.count(v.clusters)} ổ, ${p.count(v.straddling)} ổ nằm vắt qua ranh giới. Lớn nhất: ${placeVi(v, p)} – ${p.count(v.count)} vụ trên ${p.in('km2', v.areaKm2)}, từ ${p.day(v.firstDay)} đến ${p.day(v.lastDay)}${v.steadiness === null ? '' : `; khi nới hoặc siết tham số, ổ này còn giữ ${p.in('share', v.steadiness)}`}.`,
    none: ({ incidents }, p) => `Không có ổ nào: ${p.count(incidents)} vụ nằm rải rác, không chỗ nào đủ dày theo tham số đã dùng.`,
    cluster: (v, p) => `${placeVi(v, p)}: ${p.count(v.count)} vụ trên ${p.in('km2', v.areaKm2)}, ${p.day(v.firstDay)} – ${p.day(v.lastDay)}`,
    cluster_straddles: (v, p) => `Vắt qua ranh giới ${placeVi(v, p)}: ${p.count(v.count)} vụ trên ${p.in('km2', v.areaKm2)}, phường nhiều nhất chỉ giữ ${p.in('share', v.share)}; ${p.day(v.firstDay)} – ${p.day(v.lastDay)}`,
    legend_inside: () => 'Ổ nằm trong một phường, xã',
    legend_straddles: () => 'Ổ vắt qua ranh giới',
    one_large: ({ share }, p) => `Một ổ chứa ${p.in('share', share)} số vụ: nó cho thấy khu đông nói chung, không phải một chỗ cụ thể. Hãy siết tham số hoặc chọn địa bàn nhỏ hơn.`,
    more_clusters: ({ clusters, told }, p) => `Có ${p.count(clusters)} ổ; chỉ nêu ${p.count(told)} ổ lớn nhất.`,
  },
  facts: {
    clusters: { label: 'Số ổ', help: 'Số nhóm vụ việc nằm sát nhau. Phương pháp này tìm ổ, không kiểm định: không có trị số p.' },
    straddling: { label: 'Ổ vắt qua ranh giới', help: 'Số ổ (trong các ổ được nêu) mà phường thứ hai có ít nhất 2 vụ và 10% số vụ của ổ.' },
    clusteredShare: { label: 'Phần số vụ trong các ổ', help: 'Phần còn lại nằm rải rác.' },
    largest: { label: 'Ổ lớn nhất', help: 'Số vụ của ổ lớn nhất.' },
    steadiness: { label: 'Độ vững của ổ lớn nhất', help: 'Phần chung nhỏ nhất của ổ này với ổ giống nó nhất khi đổi tham số; gần 100% là vững.' },
  },
  tables: {
    clusters: {
      title: 'Các ổ',
      columns: { rank: 'Thứ tự', ward: 'Phường, xã nhiều vụ nhất', otherWard: 'Phường, xã thứ hai', wards: 'Số phường, xã', straddles: 'Ranh giới', count: 'Số vụ', areaKm2: 'Diện tích', perKm2: 'Mật độ', topShare: 'Phần của phường nhiều nhất', firstDay: 'Vụ đầu', lastDay: 'Vụ cuối' },
    },
    shares: { title: 'Mỗi ổ theo phường, xã', columns: { rank: 'Ổ', ward: 'Phường, xã', count: 'Số vụ', share: 'Phần của ổ' } },
  },
  charts: { sizes: { title: 'Các ổ lớn nhất', x: 'Ổ, theo thứ tự', y: 'Số vụ', series: { incidents: 'Số vụ' } } },
  classes: { straddles: 'Vắt qua ranh giới', inside: 'Trong một phường, xã' },
};

/** The same in English. */
export const pointClustersEn: Common = {
  told: {
    ...lackEn,
    points_from_count: ({ count, minPoints }, p) => `Of ${p.count(count)} incidents at least ${p.count(minPoints)} make a cluster (twice the logarithm of their number, from 4 to 25).`,
    fewer_than_cluster: ({ count, minPoints }, p) => `There are only ${p.count(count)} incidents, fewer than the ${p.count(minPoints)} that make a cluster.`,
    headline: (v, p) => `Clusters: ${p.count(v.clusters)}, across a border: ${p.count(v.straddling)}. Largest: ${placeEn(v, p)}, ${p.count(v.count)} incidents on ${p.in('km2', v.areaKm2)}, ${p.day(v.firstDay)} to ${p.day(v.lastDay)}${v.steadiness === null ? '' : `; with the parameter changed ${p.in('share', v.steadiness)} of it stays together`}.`,
    none: ({ incidents }, p) => `No cluster: ${p.count(incidents)} incidents lie scattered, nowhere dense enough for these parameters.`,
    cluster: (v, p) => `${placeEn(v, p)}: ${p.count(v.count)} incidents on ${p.in('km2', v.areaKm2)}, ${p.day(v.firstDay)} – ${p.day(v.lastDay)}`,
    cluster_straddles: (v, p) => `Across the border ${placeEn(v, p)}: ${p.count(v.count)} incidents on ${p.in('km2', v.areaKm2)}, no ward holds more than ${p.in('share', v.share)}; ${p.day(v.firstDay)} – ${p.day(v.lastDay)}`,
    legend_inside: () => 'Cluster inside one ward',
    legend_straddles: () => 'Cluster across a border',
    one_large: ({ share }, p) => `One cluster holds ${p.in('share', share)} of the incidents: it shows the busy town, not a place. Tighten the parameters or take a smaller area.`,
    more_clusters: ({ clusters, told }, p) => `There are ${p.count(clusters)} clusters; only the ${p.count(told)} largest are told.`,
  },
  facts: {
    clusters: { label: 'Clusters', help: 'Groups of incidents close together. The method finds clusters, it does not test them: there is no p.' },
    straddling: { label: 'Clusters across a border', help: 'Of those told, clusters whose second ward has at least 2 incidents and 10% of them.' },
    clusteredShare: { label: 'Share of incidents in clusters', help: 'The rest lies scattered.' },
    largest: { label: 'Largest cluster', help: 'Incidents of the largest cluster.' },
    steadiness: { label: 'Steadiness of the largest', help: 'Least share in common with the cluster most like it when the parameter changes; near 100% is steady.' },
  },
  tables: {
    clusters: {
      title: 'Clusters',
      columns: { rank: 'Rank', ward: 'Ward with most', otherWard: 'Second ward', wards: 'Wards', straddles: 'Border', count: 'Incidents', areaKm2: 'Area', perKm2: 'Density', topShare: 'Share of the first ward', firstDay: 'First', lastDay: 'Last' },
    },
    shares: { title: 'Clusters by ward', columns: { rank: 'Cluster', ward: 'Ward', count: 'Incidents', share: 'Share of the cluster' } },
  },
  charts: { sizes: { title: 'Largest clusters', x: 'Cluster, by rank', y: 'Incidents', series: { incidents: 'Incidents' } } },
  classes: { straddles: 'Across a border', inside: 'Inside one ward' },
};
