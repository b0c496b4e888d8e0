/** Why DynamoDB would refuse this as a table's name, in words; undefined where it takes it. */
export function checkTableName(name: string): string | undefined {
  return checkResourceName(name, 'A table name');
}

/** Why DynamoDB would refuse this as an index's name, in words; undefined where it takes it. */
export function checkIndexName(name: string): string | undefined {
  return checkResourceName(name, 'An index name');
}

function checkResourceName(name: string, what: string): string | undefined {
  if (name === '') return `${what} is needed.`;
  const wrong = /[^a-zA-Z0-9_.-]/u.exec(name)?.[0];
  if (wrong !== undefined) {
    const found = wrong === ' ' ? 'a space' : JSON.stringify(wrong);
    return `${what} may hold letters a–z and A–Z, digits, _ . and -, not ${found}.`;
  }
  if (name.length < 3) return `${what} has at least 3 characters; this one has ${name.length}.`;
  if (name.length > 255) {
    return `${what} has at most 255 characters; this one has ${name.length}.`;
  }
  return undefined;
}
