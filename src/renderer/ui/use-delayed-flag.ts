import { useEffect, useState } from 'react';

/** True once a flag has been so for a moment: what is over at once shows no sign of it. */
export function useDelayedFlag(flag: boolean, delayMs = 300): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!flag) return undefined;
    const timer = setTimeout(() => setLate(true), delayMs);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [flag, delayMs]);
  return flag && late;
}
