/** One event of a `text/event-stream`. */
export interface StreamEvent {
  readonly name: string;
  readonly data: string;
  /** Last id the stream gave, as `Last-Event-ID` sends it back; empty when it gave none. */
  readonly lastId: string;
}

/**
 * An event as it travels; `data` without line breaks.
 *
 * Source: WHATWG HTML, "Server-sent events".
 */
export function encodeStreamEvent(name: string, data: unknown, id?: number): string {
  return `event: ${name}\n${id === undefined ? '' : `id: ${String(id)}\n`}data: ${JSON.stringify(data)}\n\n`;
}

/**
 * Cuts a `text/event-stream` into events, whatever pieces it arrives in.
 *
 * Source: WHATWG HTML, "Server-sent events". Limits: `retry` is left to the caller; a line ends with LF or CRLF.
 */
export class EventStreamParser {
  #rest = '';
  #name = '';
  #data: string[] = [];
  #lastId = '';

  /** Events completed by a further piece of text. */
  push(text: string): StreamEvent[] {
    const lines = (this.#rest + text).split(/\r?\n/);
    this.#rest = lines.pop() ?? '';
    return lines.flatMap((line) => this.#take(line));
  }

  #take(line: string): StreamEvent[] {
    if (line === '') return this.#finish();
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') this.#name = value;
    if (field === 'data') this.#data.push(value);
    if (field === 'id' && !value.includes('\0')) this.#lastId = value;
    return [];
  }

  #finish(): StreamEvent[] {
    const event = { name: this.#name === '' ? 'message' : this.#name, data: this.#data.join('\n'), lastId: this.#lastId };
    const isEmpty = this.#data.length === 0;
    this.#name = '';
    this.#data = [];
    return isEmpty ? [] : [event];
  }
}
