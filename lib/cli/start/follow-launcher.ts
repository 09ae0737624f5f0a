/** How often, in milliseconds, the web server looks whether its launcher still lives. */
const WATCH_MS = 1_000;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Ends this process once the launcher is gone, killed perhaps: its port would stay taken and the next start would fail. */
export function followLauncher(): void {
  const launcher = Number(process.env['GIAP_RANH_LAUNCHER_PID'] ?? '');
  if (!Number.isInteger(launcher) || launcher <= 0) return;
  setInterval(() => {
    if (!isAlive(launcher)) process.exit(0);
  }, WATCH_MS).unref();
}
