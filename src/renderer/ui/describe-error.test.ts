import { describe, expect, it } from 'vitest';
import { SortkeyError } from '../../contract/sortkey-error.ts';
import { describeError } from './describe-error.ts';

describe('describeError', () => {
  it('tells the message, and the raw facts that are there', () => {
    const error = new SortkeyError('TABLE_NOT_FOUND', 'There is no table Books.', {
      awsName: 'ResourceNotFoundException',
      requestId: 'ABC',
      httpStatus: 400,
    });
    expect(describeError(error)).toEqual({
      message: 'There is no table Books.',
      facts: [
        { name: 'Code', value: 'TABLE_NOT_FOUND' },
        { name: 'AWS error', value: 'ResourceNotFoundException' },
        { name: 'HTTP status', value: '400' },
        { name: 'Request id', value: 'ABC' },
      ],
    });
  });

  it('takes an error of no code of ours, and what is no error at all', () => {
    expect(describeError(new TypeError('x is not a function'))).toEqual({
      message: 'x is not a function',
      facts: [{ name: 'Kind', value: 'TypeError' }],
    });
    expect(describeError(new Error('Stopped.'))).toEqual({ message: 'Stopped.', facts: [] });
    expect(describeError('gone')).toEqual({ message: 'gone', facts: [] });
  });
});
