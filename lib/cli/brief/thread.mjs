// A thread of Node does not take over the loader that lets the process run TypeScript: it is registered here, then the thread begins.
import { register } from 'tsx/esm/api';

register();
await import('./thread.ts');
