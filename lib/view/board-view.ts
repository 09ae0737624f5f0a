import { DISPUTE_RISKS, type DisputeRisk } from '../domain/dispute';

/** What the board is narrowed by, as its address says. */
export interface BoardView {
  /** `edition/code`; null: every ward. */
  readonly ward: string | null;
  readonly risk: DisputeRisk | null;
}

/** The view of an address; what it does not understand is left out. */
export function readBoardView(search: URLSearchParams): BoardView {
  const ward = search.get('ward');
  return { ward: ward !== null && /^[A-Za-z0-9._-]{1,60}\/\d{5}$/.test(ward) ? ward : null, risk: DISPUTE_RISKS.find((risk) => risk === search.get('risk')) ?? null };
}

/** The address of a view, which is also the query of the API. */
export function writeBoardView({ ward, risk }: BoardView): string {
  return [...(ward === null ? [] : [`ward=${ward}`]), ...(risk === null ? [] : [`risk=${risk}`])].join('&');
}
