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
  /** The same of a recorded incident. */
  readonly borderDistance: (ward: string, metres: string) => string;
  readonly borders: (distances: readonly string[]) => string;
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
  readonly detectedAt: (ward: string, time: string) => string;
  readonly assist: (count: string, wards: string) => string;
  readonly assistCount: (count: string) => string;
  readonly agreement: (version: number, cluster: string) => string;
  readonly regulation: (version: number) => string;
  readonly noMemberDetected: string;
  /** Where the regulation counts the detections of some members only. */
  readonly noEntitledDetected: (wards: string) => string;
  readonly regulationOwner: string;
  readonly standingUnit: string;
  readonly noStandingUnit: string;
  readonly handedOver: (from: string | null) => string;
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
  borderDistance: (ward, metres) => `${ward} ${metres}`,
  borders: (distances) => `cách ranh giới ${distances.join(', ')}`,
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
  detectedAt: (ward, time) => `${ward} phát hiện trước ${time}`,
  assist: (count, wards) => `${count} phường phối hợp: ${wards}`,
  assistCount: (count) => `${count} phường phối hợp`,
  agreement: (version, cluster) => `quy chế v${version}, ${cluster}`,
  regulation: (version) => `quy chế v${version}`,
  noMemberDetected: 'không phường nào trong cụm phát hiện trước',
  noEntitledDetected: (wards) => `không phường nào được giao chủ trì khi phát hiện (${wards}) phát hiện trước`,
  regulationOwner: 'quy chế giao phường sở tại chủ trì',
  standingUnit: 'quy chế giao đơn vị thường trực (cụm trưởng) chủ trì',
  noStandingUnit: 'quy chế giao đơn vị thường trực, nhưng cụm đang khuyết cụm trưởng',
  handedOver: (from) => (from === null ? 'được bàn giao' : `${from} bàn giao`),
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
  borderDistance: (ward, metres) => `${metres} from the border of ${ward}`,
  borders: (distances) => distances.join(', '),
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
  detectedAt: (ward, time) => `${ward} detected it first at ${time}`,
  assistCount: (count) => (count === '1' ? '1 ward assists' : `${count} wards assist`),
  assist: (count, wards) => `${count === '1' ? '1 ward assists' : `${count} wards assist`}: ${wards}`,
  agreement: (version, cluster) => `regulation v${version}, ${cluster}`,
  regulation: (version) => `regulation v${version}`,
  noMemberDetected: 'no ward of the cluster detected it',
  noEntitledDetected: (wards) => `no ward that may lead by detecting (${wards}) detected it`,
  regulationOwner: 'the regulation lets the owner lead',
  standingUnit: 'the regulation lets the standing unit lead',
  noStandingUnit: 'the regulation lets the standing unit lead, but none is appointed',
  handedOver: (from) => (from === null ? 'handed over' : `${from} handed it over`),
  noAgreement: (pair) => (pair === '' ? 'no regulation in force' : `no regulation in force between ${pair}`),
  decision: 'by decision of the commander',
  noLead: 'nobody leads yet',
};

/** The clauses in both languages. */
export const LOCATE_PHRASES: Readonly<Record<Language, LocatePhrases>> = { vi, en };
