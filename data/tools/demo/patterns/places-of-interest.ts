import type { LngLat } from '../../../../lib/geo/types';
import type { Area } from '../plane';

/** Where Quan Hoa, Nghĩa Đô and Vĩnh Phúc meet, under the T11 bridge (edition before 2025). */
export const T11_NORTH: LngLat = [105.806193, 21.040048];
/** Where Quan Hoa, Cống Vị and Vĩnh Phúc meet, 230 m downstream. */
export const T11_SOUTH: LngLat = [105.806391, 21.037967];
/** Where Nghĩa Đô, Ngọc Hà and Giảng Võ meet since 2025, another 110 m downstream. */
export const T11_SINCE_2025: LngLat = [105.806268, 21.036937];

/** Both banks of the Tô Lịch between the two old junctions: 70 m to each side, so that all four old wards have a part of it. */
export const T11_CORRIDOR: Area = { kind: 'corridor', line: [T11_NORTH, T11_SOUTH], halfWidthMetres: 70 };
/** The same, on to the junction of 2025, so that all three successors have a part of it. */
export const T11_CORRIDOR_SINCE_2025: Area = {
  kind: 'corridor',
  line: [T11_NORTH, T11_SOUTH, T11_SINCE_2025],
  halfWidthMetres: 70,
};

/** On the border Định Công – Hoàng Mai of 2025. */
export const EMERGING: Area = { kind: 'circle', centre: [105.8409, 20.9769], radiusMetres: 170 };
/** On the border Hưng Đạo – Dương Kinh of 2025, the focus area of their cluster. */
export const FADING: Area = { kind: 'circle', centre: [106.71191, 20.792108], radiusMetres: 150 };
/** On the border Nghĩa Đô – Cầu Giấy of 2025: the patrolled side and the side across. */
export const VENDING: Area = { kind: 'circle', centre: [105.79774, 21.037743], radiusMetres: 300 };
/** A stretch like it 2 km away, where nobody patrolled more than before: the border Cầu Giấy – Yên Hòa. */
export const VENDING_CONTROL: Area = { kind: 'circle', centre: [105.789686, 21.022932], radiusMetres: 300 };
