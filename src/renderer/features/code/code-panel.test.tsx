// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Settings } from '../../../contract/app.ts';
import { ClientProvider } from '../../client/client-context.tsx';
import type { SortkeyClient } from '../../client/client-type.ts';
import { click, createStage, named } from '../values/testing/stage.tsx';
import { CodePanel } from './code-panel.tsx';

let stage: ReturnType<typeof createStage>;
let written: Partial<Settings>[];
beforeEach(() => {
  written = [];
  stage = createStage();
});
afterEach(() => stage.close());

const client = {
  app: {
    readSettings: async () => ({ codeStyles: ['javascript-plain', 'python-client'] }),
    writeSettings: async (settings: Partial<Settings>) => {
      written.push(settings);
      return settings;
    },
  },
} as unknown as SortkeyClient;

async function show(request: { TableName: string } | undefined): Promise<void> {
  stage.show(
    <ClientProvider value={client}>
      <CodePanel operation="Scan" request={request} region="us-east-1" />
    </ClientProvider>,
  );
  await act(() => Promise.resolve());
}

const tab = (name: string): HTMLElement => {
  const tabs = [...document.querySelectorAll<HTMLElement>('[role="tab"]')];
  const found = tabs.find(({ textContent }) => textContent === name);
  if (found === undefined) throw new Error(`no tab ${name}`);
  return found;
};
const radio = (value: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`input[type="radio"][value="${value}"]`);
  if (found === null) throw new Error(`no choice ${value}`);
  return found;
};
const code = () => named('Code').querySelector('pre')?.textContent ?? '';

it('begins as it was read last, and keeps another style and tab', async () => {
  await show({ TableName: 'Books' });
  expect(code()).toContain('new ScanCommand(request)');
  expect(code()).not.toContain('DynamoDBDocumentClient');
  click(radio('javascript-document'));
  expect(code()).toContain('DynamoDBDocumentClient');
  expect(written.at(-1)?.codeStyles?.[0]).toBe('javascript-document');
  click(tab('Python'));
  expect(code()).toContain('client.scan(');
  click(tab('Request'));
  expect(code()).toContain('X-Amz-Target: DynamoDB_20120810.Scan');
  expect(written.at(-1)?.codeStyles?.[0]).toBe('http');
  click(tab('AWS CLI'));
  expect(code()).toContain('aws dynamodb scan');
  expect(document.querySelector('input[type="radio"]')).toBeNull();
});

it('says that there is no code while there is no request', async () => {
  await show(undefined);
  expect(named('Code').textContent).toContain('once there is a request to send');
  expect(named('Code').querySelector('pre')).toBeNull();
});
