import type { AttributeType, AttributeValue } from '../../../domain/attribute-value.ts';
import { typeOf } from '../../../domain/attribute-value.ts';

const emptyValues: Readonly<Record<AttributeType, AttributeValue>> = {
  S: { S: '' },
  N: { N: '' },
  B: { B: '' },
  BOOL: { BOOL: false },
  NULL: { NULL: true },
  M: { M: {} },
  L: { L: [] },
  SS: { SS: [''] },
  NS: { NS: [''] },
  BS: { BS: [''] },
};

/** The value with which an attribute of a type begins. */
export function emptyValueOf(type: AttributeType): AttributeValue {
  return emptyValues[type];
}

const setOf = { S: 'SS', N: 'NS', B: 'BS' } as const;

function texts(value: AttributeValue): readonly string[] | undefined {
  if ('S' in value) return [value.S];
  if ('N' in value) return [value.N];
  if ('B' in value) return [value.B];
  if ('BOOL' in value) return [String(value.BOOL)];
  if ('SS' in value) return value.SS;
  if ('NS' in value) return value.NS;
  if ('BS' in value) return value.BS;
  return undefined;
}

/** The value as another type, keeping what was written where the new type can hold it. */
export function changeType(value: AttributeValue, type: AttributeType): AttributeValue {
  const from = typeOf(value);
  if (from === type) return value;
  const written = texts(value);
  const first = written?.[0];
  if (type === 'L') {
    if (from === 'SS' || from === 'NS' || from === 'BS') {
      const element = from === 'SS' ? 'S' : from === 'NS' ? 'N' : 'B';
      return { L: (written ?? []).map((text) => scalar(element, text)) };
    }
    return from === 'NULL' || first === '' ? { L: [] } : { L: [value] };
  }
  if (type === 'BOOL') return { BOOL: first === 'true' };
  if (first === undefined) return emptyValueOf(type);
  if (type === 'S' || type === 'N' || type === 'B') return scalar(type, first);
  for (const set of Object.values(setOf)) if (set === type) return setValue(set, written ?? []);
  return emptyValueOf(type);
}

function scalar(type: 'S' | 'N' | 'B', text: string): AttributeValue {
  if (type === 'S') return { S: text };
  return type === 'N' ? { N: text } : { B: text };
}

/** A set of a type. */
export function setValue(type: 'SS' | 'NS' | 'BS', elements: readonly string[]): AttributeValue {
  if (type === 'SS') return { SS: elements };
  return type === 'NS' ? { NS: elements } : { BS: elements };
}
