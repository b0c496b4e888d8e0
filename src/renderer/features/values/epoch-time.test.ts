import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttributeValue } from '../../../domain/attribute-value.ts';
import { epochTime, fromNow, isTimeName, likelyTime, timeHint, timeInWords } from './epoch-time.ts';

const noon = Date.UTC(2024, 2, 1, 12);
const day = 86_400_000;

describe('epochTime', () => {
  it('reads every second from 2001 to 2100 in both units', () => {
    const seconds = integer({ min: Date.UTC(2001) / 1_000, max: Date.UTC(2101) / 1_000 - 1 });
    assert(
      property(seconds, (second) => {
        const milliseconds = second * 1_000;
        expect(epochTime(String(second))).toEqual({ milliseconds, unit: 'seconds' });
        expect(epochTime(String(milliseconds))).toEqual({ milliseconds, unit: 'milliseconds' });
      }),
    );
  });

  it.each([
    ['978307199', 'a second before 2001'],
    ['4133980800', 'the first second of 2101'],
    ['4133980800000', 'the same in milliseconds'],
    ['-1709294400', 'negative'],
    ['1.7092944E9', 'with an exponent'],
    ['12345678901234567890', 'longer than any time'],
    ['0x65e1c1c0', 'no decimal number'],
    ['', 'nothing'],
  ])('%s is no time: %s', (text) => {
    expect(epochTime(text)).toBeUndefined();
  });

  it('takes the fraction of a second along', () => {
    expect(epochTime('1709294400.5')?.milliseconds).toBe(noon + 500);
  });
});

describe('isTimeName', () => {
  it.each('createdAt expires_at ttl TTL last-seen unixTime createdAtMs epoch updated'.split(' '))(
    '%s holds a time',
    (name) => expect(isTimeName(name)).toBe(true),
  );
  it.each(
    'phone from to isbn price createdBy total expiresInDays __proto__ constructor'.split(' '),
  )('%s does not', (name) => expect(isTimeName(name)).toBe(false));
});

describe('likelyTime', () => {
  const cases: [AttributeValue, string, boolean][] = [
    [{ N: '1709294400' }, 'createdAt', true],
    [{ S: '1709294400' }, 'createdAt', true],
    [{ N: '2125551234' }, 'phone', false],
    [{ S: 'at noon' }, 'createdAt', false],
    [{ L: [] }, 'createdAt', false],
    [{ NULL: true }, 'ttl', false],
  ];
  it.each(cases)('%j of %s: %s', (value, name, told) => {
    expect(likelyTime(value, name) !== undefined).toBe(told);
  });
});

describe('words', () => {
  it.each([
    [noon - 92 * day, '3 months ago'],
    [noon + 2 * day, 'in 2 days'],
    [noon - day, 'yesterday'],
    [noon - 400 * day, 'last year'],
    [noon + 90_000, 'in 1 minute'],
    [noon - 30_000, '30 seconds ago'],
    [noon + 3_000, 'now'],
  ])('%d is %s', (time, words) => {
    expect(fromNow(time, noon)).toBe(words);
  });

  it('shows milliseconds only where there are some', () => {
    expect(timeInWords(noon)).toBe('2024-03-01 12:00:00 UTC');
    expect(timeInWords(noon + 7)).toBe('2024-03-01 12:00:00.007 UTC');
  });

  it('says when, and how long ago', () => {
    const hint = timeHint({ milliseconds: noon, unit: 'seconds' }, noon + 92 * day);
    expect(hint).toBe('2024-03-01 12:00:00 UTC · 3 months ago');
  });
});
