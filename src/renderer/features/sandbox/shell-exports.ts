/** Variables as lines for a POSIX shell, quoted where the value needs it. */
export function shellExports(
  variables: readonly { readonly name: string; readonly value: string }[],
): string {
  return variables.map(({ name, value }) => `export ${name}=${quoted(value)}`).join('\n');
}

function quoted(value: string): string {
  if (/^[\w.:/@%+=-]+$/.test(value)) return value;
  return `'${value.replaceAll("'", String.raw`'\''`)}'`;
}
