// npm runs a script through a shell. SIGTERM to npm ends that shell, but not what it started.
const intervalMs = 200;

/** Calls back once the process that started this one has ended. On Windows nothing tells. */
export function onParentGone(callback) {
  if (process.platform === 'win32') return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, intervalMs);
  timer.unref();
}
