/** Runs once when the web server starts: ties it to its launcher, and loads the rules before the first request needs them. */
export async function register(): Promise<void> {
  // Written this way round so that the bundler drops it from the edge bundle.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { followLauncher } = await import('./lib/cli/start/follow-launcher');
    followLauncher();
    const { getRuleBook } = await import('./lib/db/rule-book');
    const ready = await getRuleBook().then(() => true, (error: unknown) => {
      console.error('the rules could not be loaded yet:', error);
      return false;
    });
    if (!ready) return;
    const { prepareGeometry } = await import('./lib/http/edition-geometry');
    const { createServiceClient } = await import('./lib/db/clients');
    // Not waited for: the server may answer meanwhile.
    prepareGeometry(createServiceClient()).catch((error: unknown) => { console.error('the map geometry is not ready yet:', error); });
  }
}
