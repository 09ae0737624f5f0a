import { readDisputesAt } from '../../../db/briefing-pins';
import { readBoardView } from '../../../view/board-view';
import type { PinReader } from './pin-context';

/** Disputes as they stood, narrowed as the board was. */
export const readDisputesPin: PinReader = async ({ service, known }, { params }) => {
  const { ward, risk } = readBoardView(params);
  const disputes = (await readDisputesAt(service, known)).filter((one) => (ward === null || one.ward === ward) && (risk === null || one.risk === risk));
  return { kind: 'disputes', ward: ward?.split('/')[1] ?? null, risk, disputes, asOf: known.asOf };
};
