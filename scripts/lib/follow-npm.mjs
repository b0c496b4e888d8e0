const everyMs = 200;

/**
 * Ends this process as SIGTERM would once npm is gone. npm runs a script through a shell, and hands
 * a signal on to that shell only, which dies of it without telling us.
 */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, everyMs);
  timer.unref();
}
