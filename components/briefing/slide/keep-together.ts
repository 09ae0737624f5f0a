/** `P. Quan Hoa` and `19:00 – 23:00` stay on one line as long as anything does. */
export const keepTogether = (text: string): string => text.replace(/(^|[\s(])(P|X|TT|ĐK)\. /g, '$1$2.\u00a0').replace(/(\d) – (\d)/g, '$1\u00a0–\u00a0$2');
