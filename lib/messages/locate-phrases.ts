import type { Language } from '../format/language';

/** The clauses a locate sentence is put together from. */
export interface LocatePhrases {
  readonly inside: (owner: string) => string;
  readonly onBorder: (wards: string, owner: string) => string;
  readonly overlap: (wards: string, owner: string) => string;
  readonly gap: (owner: string) => string;
  readonly outside: string;
  readonly distance: (ward: string, metres: string) => string;
  readonly neighbours: (distances: readonly string[]) => string;
  readonly more: (count: string) => string;
  readonly borderZone: (width: string) => string;
  readonly notBorderZone: (width: string) => string;
  readonly junction: string;
  readonly focusArea: (name: string) => string;
  readonly ownerLeads: (ward: string) => string;
  readonly ifDetects: (ward: string) => string;
  readonly detected: (ward: string) => string;
  readonly tie: (wards: string) => string;
  readonly leads: (ward: string) => string;
  readonly leadsAsOwner: (ward: string) => string;
  readonly assist: (count: string, wards: string) => string;
  readonly agreement: (version: number, cluster: string) => string;
  readonly noMemberDetected: string;
  readonly noAgreement: (pair: string) => string;
  readonly decision: string;
  readonly noLead: string;
}

const vi: LocatePhrases = {
  inside: (owner) => `Thuộc ${owner}`,
  onBorder: (wards, owner) => `Trên ranh giới ${wards}, tính cho ${owner}`,
  overlap: (wards, owner) => `Nơi địa giới chồng lấn (${wards}), tính cho ${owner}`,
  gap: (owner) => `Trong khe hở địa giới, gần nhất là ${owner}`,
  outside: 'Ngoài mọi phường, xã đã nạp',
  distance: (ward, metres) => `${ward} ${metres}`,
  neighbours: (distances) => `cách ${distances.join(', ')}`,
  more: (count) => `và ${count} phường khác`,
  borderZone: (width) => `vùng giáp ranh ${width}`,
  notBorderZone: (width) => `không thuộc vùng giáp ranh (${width})`,
  junction: 'ngã ba địa giới',
  focusArea: (name) => `khu trọng điểm ${name}`,
  ownerLeads: (ward) => `${ward} (sở tại) chủ trì, phường khác phối hợp khi có yêu cầu`,
  ifDetects: (ward) => `nếu ${ward} phát hiện trước`,
  detected: (ward) => `${ward} phát hiện trước`,
  tie: (wards) => `${wards} cùng phát hiện`,
  leads: (ward) => `${ward} chủ trì`,
  leadsAsOwner: (ward) => `${ward} (sở tại) chủ trì`,
  assist: (count, wards) => `${count} phường phối hợp: ${wards}`,
  agreement: (version, cluster) => `quy chế v${version}, ${cluster}`,
  noMemberDetected: 'không phường nào trong cụm phát hiện trước',
  noAgreement: (pair) => (pair === '' ? 'chưa có quy chế phối hợp' : `chưa có quy chế phối hợp giữa ${pair}`),
  decision: 'theo quyết định của chỉ huy',
  noLead: 'chưa có đơn vị chủ trì',
};

const en: LocatePhrases = {
  inside: (owner) => `In ${owner}`,
  onBorder: (wards, owner) => `On the border of ${wards}, counted to ${owner}`,
  overlap: (wards, owner) => `Where boundaries overlap (${wards}), counted to ${owner}`,
  gap: (owner) => `In a gap between boundaries, nearest ${owner}`,
  outside: 'Outside every loaded ward',
  distance: (ward, metres) => `${metres} from ${ward}`,
  neighbours: (distances) => distances.join(', '),
  more: (count) => `and ${count} more`,
  borderZone: (width) => `border zone of ${width}`,
  notBorderZone: (width) => `not in the border zone (${width})`,
  junction: 'junction',
  focusArea: (name) => `focus area ${name}`,
  ownerLeads: (ward) => `${ward} (owner) leads, others assist on request`,
  ifDetects: (ward) => `if ${ward} detects it first`,
  detected: (ward) => `${ward} detected it first`,
  tie: (wards) => `${wards} detected it together`,
  leads: (ward) => `${ward} leads`,
  leadsAsOwner: (ward) => `${ward} (owner) leads`,
  assist: (count, wards) => `${count === '1' ? '1 ward assists' : `${count} wards assist`}: ${wards}`,
  agreement: (version, cluster) => `regulation v${version}, ${cluster}`,
  noMemberDetected: 'no ward of the cluster detected it',
  noAgreement: (pair) => (pair === '' ? 'no regulation in force' : `no regulation in force between ${pair}`),
  decision: 'by decision of the commander',
  noLead: 'nobody leads yet',
};

/** The clauses in both languages. */
export const LOCATE_PHRASES: Readonly<Record<Language, LocatePhrases>> = { vi, en };
