import { focusManager, QueryClient } from '@tanstack/react-query';
import { SortkeyError } from '../../contract/sortkey-error.ts';

const linkRetries = 3;

/** The cache of what main answered. The link is local: it works offline, and an error is final. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 5_000,
        retry: (failures, error) =>
          failures < linkRetries && error instanceof SortkeyError && error.code === 'LINK_CLOSED',
        retryDelay: 500,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** A desktop window is focused without being hidden before, which the library would not notice. */
export function listenToWindowFocus(): void {
  focusManager.setEventListener((handleFocus) => {
    const listener = () => handleFocus();
    window.addEventListener('focus', listener);
    document.addEventListener('visibilitychange', listener);
    return () => {
      window.removeEventListener('focus', listener);
      document.removeEventListener('visibilitychange', listener);
    };
  });
}
