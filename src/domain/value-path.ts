/**
 * The path of a map's member as people read it: `info.title`, with a name quoted where it holds
 * a character that would mislead: `info."a.b"`.
 */
export function memberPath(path: string, name: string): string {
  const shown = /^[^\s."'[\]\p{C}]+$/u.test(name) ? name : JSON.stringify(name);
  return path === '' ? shown : `${path}.${shown}`;
}

/** The path of a list's or a set's element: `tags[2]`. */
export function elementPath(path: string, index: number): string {
  return `${path}[${index}]`;
}
