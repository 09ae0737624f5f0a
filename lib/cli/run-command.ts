import { UsageError } from './usage-error';

/** Runs a command's main function: a `UsageError` (or a wrong option) is one line and exit 2, anything else a crash with exit 1. */
export async function runCommand(name: string, main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    const wrongOption = (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS') === true;
    if (!(error instanceof UsageError) && !wrongOption) throw error;
    process.stderr.write(`${name}: ${(error as Error).message.split('\n')[0] ?? ''}\n`);
    process.exitCode = 2;
  }
}
