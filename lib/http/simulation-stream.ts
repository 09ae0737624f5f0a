import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DatabaseClient } from '../db/clients';
import { countReplayed, readReplayPages } from '../db/replay';
import type { Instant } from '../domain/instant';
import type { SimulationLine, SimulationRequest } from '../domain/simulation';
import type { RuleBook } from '../rules/rule-book';
import { startRuleSimulation } from '../rules/simulate-rule';

/** Incidents replayed between two looks at the other requests: some milliseconds of work. */
const CHUNK = 200;

/** The replay as lines: how far it is, at last what came of it. The pages of incidents are read with the asker's rights. */
export async function* simulate(client: DatabaseClient, rules: RuleBook, request: SimulationRequest, asOf: Instant): AsyncGenerator<SimulationLine> {
  yield { progress: 0 };
  const total = await countReplayed(client, request.from, request.to);
  const simulation = startRuleSimulation(rules, request);
  let done = 0;
  for await (const page of readReplayPages(client, request.from, request.to)) {
    for (let start = 0; start < page.length; start += CHUNK) {
      simulation.add(page.slice(start, start + CHUNK));
      done += Math.min(CHUNK, page.length - start);
      // Incidents reported meanwhile must not carry the bar past its end.
      yield { progress: Math.min(1, done / Math.max(1, total)) };
      await nextTurn();
    }
  }
  yield { result: simulation.finish(asOf) };
}

/**
 * Lines as a body of newline-delimited JSON, pulled as fast as the reader takes them.
 *
 * When the reader goes away the generator is closed at its next line; when it throws, the last line says `failed`.
 */
export function streamLines(lines: AsyncGenerator<SimulationLine>, onFailure: (error: unknown) => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const encode = (line: SimulationLine): Uint8Array => encoder.encode(`${JSON.stringify(line)}\n`);
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      try {
        const { value, done } = await lines.next();
        if (done === true) controller.close();
        else controller.enqueue(encode(value));
      } catch (error) {
        onFailure(error);
        controller.enqueue(encode({ failed: 'the server broke off; try again' }));
        controller.close();
      }
    },
    cancel: async () => {
      await lines.return(undefined);
    },
  });
}
