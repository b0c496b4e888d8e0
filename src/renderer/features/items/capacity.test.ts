import { expect, it } from 'vitest';
import { capacityInWords } from './capacity.ts';

it.each([
  [182, '182 bytes · 0.5 RCU to read · 1 WCU to write'],
  [1024, '1,024 bytes · 0.5 RCU to read · 1 WCU to write'],
  [1025, '1,025 bytes · 0.5 RCU to read · 2 WCU to write'],
  [4097, '4,097 bytes · 1 RCU to read · 5 WCU to write'],
])('an item of %i bytes', (bytes, words) => {
  expect(capacityInWords(bytes)).toBe(words);
});
