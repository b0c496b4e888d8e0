import './app/configure-zod.ts';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './app/tokens.css';
import './app/global.css';
import './app/mantine.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { keepWorkspace, restoreWorkspace } from './app/keep-workspace.ts';
import { createQueryClient, listenToWindowFocus } from './app/query-client.ts';
import { StartProblem } from './app/start-problem.tsx';
import { connectClient } from './client/connect-client.ts';
import { styleNonce } from './client/style-nonce.ts';

const element = document.getElementById('root');
if (element === null) throw new Error('index.html has no element #root');
const root = createRoot(element);

/** Connects, reads the settings that decide the first paint, and shows the app. */
async function start(): Promise<void> {
  // react-remove-scroll, which dialogs use, looks for the nonce of its style element here.
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
  listenToWindowFocus();
  try {
    const connected = await connectClient();
    const { app } = connected.client;
    restoreWorkspace(await app.readSettings());
    keepWorkspace((settings) => app.writeSettings(settings));
    root.render(<App {...connected} queryClient={createQueryClient()} />);
  } catch (error) {
    root.render(<StartProblem error={error} />);
  }
}

void start();
