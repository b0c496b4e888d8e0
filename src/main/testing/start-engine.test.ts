import { describe, expect, it } from 'vitest';
import { startTestEngine } from './start-engine.ts';

describe('the engine for tests', () => {
  it.each(['dynoxide', 'dynalite'] as const)('answers while it runs, %s', async (engine) => {
    const { endpoint, stop } = await startTestEngine({ engine });
    expect(endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(endpoint)).status).toBe(200);
    await stop();
    await expect(fetch(endpoint)).rejects.toThrow('fetch failed');
  });
});
