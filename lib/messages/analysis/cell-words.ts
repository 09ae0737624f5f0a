import type { MethodTexts } from './method-texts';

type Parameters = MethodTexts['parameters'];

/** Vietnamese words for the parameters of `lib/analysis/cell-parameters.ts`. */
export const cellParametersVi: Parameters = {
  shape: { label: 'Hình ô', help: 'Ô lục giác có sáu ô kề cách đều nhau; ô vuông có tám ô kề, tính cả góc.', choices: { hexagon: 'Lục giác', square: 'Vuông' } },
  cellMetres: { label: 'Cỡ ô', help: 'Khoảng cách giữa hai cạnh đối của một ô; ô nhỏ cho vị trí rõ hơn nhưng mỗi ô ít vụ hơn.' },
};
/** The same in English. */
export const cellParametersEn: Parameters = {
  shape: { label: 'Shape of cells', help: 'A hexagon has six neighbours at one distance; a square has eight, corners included.', choices: { hexagon: 'Hexagons', square: 'Squares' } },
  cellMetres: { label: 'Cell size', help: 'Distance between opposite sides of a cell; small cells are more exact but hold fewer incidents each.' },
};

/** Vietnamese sentences that methods over cells share. */
export const cellToldVi: MethodTexts['told'] = {
  cell_from_usual: ({ cell }, p) => `Ô ${p.in('metres', cell)}: ở nơi có mật độ thường gặp, mỗi ô chứa khoảng hai vụ (đã làm tròn và giữ trong khoảng tính được).`,
  cell_raised: ({ asked, cell }, p) => `Ô ${p.in('metres', asked)} quá nhỏ cho địa bàn này; đã tính với ô ${p.in('metres', cell)}.`,
  few_cells: ({ cells, least }, p) => `Địa bàn chỉ có ${p.count(cells)} ô, cần ít nhất ${p.count(least)}: hãy chọn ô nhỏ hơn hoặc địa bàn rộng hơn.`,
  more_groups: ({ groups, told }, p) => `Có ${p.count(groups)} nhóm; chỉ nêu ${p.count(told)} nhóm mạnh nhất.`,
};
/** The same in English. */
export const cellToldEn: MethodTexts['told'] = {
  cell_from_usual: ({ cell }, p) => `Cells of ${p.in('metres', cell)}: where density is as usual a cell holds about two incidents (rounded and kept within what can be computed).`,
  cell_raised: ({ asked, cell }, p) => `Cells of ${p.in('metres', asked)} are too small for this area; computed with ${p.in('metres', cell)}.`,
  few_cells: ({ cells, least }, p) => `The area has only ${p.count(cells)} cells, at least ${p.count(least)} are needed: take smaller cells or a larger area.`,
  more_groups: ({ groups, told }, p) => `There are ${p.count(groups)} groups; only the ${p.count(told)} strongest are told.`,
};
