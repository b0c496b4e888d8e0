import { IconPlugConnectedX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ConnectedClient } from '../client/connect-client.ts';
import classes from './link-notice.module.css';

// The browser host alone is served over http, and can be stopped while its page stays.
const inBrowser = location.protocol === 'http:';

/** Says that the main side is gone for the moment; once it is back, all is read again. */
export function LinkNotice({ onLinkChange }: { onLinkChange: ConnectedClient['onLinkChange'] }) {
  const [closed, setClosed] = useState(false);
  const queryClient = useQueryClient();
  useEffect(
    () =>
      onLinkChange((state) => {
        setClosed(state === 'closed');
        if (state === 'open') void queryClient.invalidateQueries();
      }),
    [onLinkChange, queryClient],
  );
  if (!closed) return null;
  return (
    <div className={classes.notice} role="alert">
      <IconPlugConnectedX size={16} aria-hidden />
      Sortkey’s main process does not answer. Trying again…
      {inBrowser && ' If it was stopped, start it again and open the address that it prints.'}
    </div>
  );
}
