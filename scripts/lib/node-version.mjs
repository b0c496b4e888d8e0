const lowest = [20, 19];

/** One line that says what is wrong with this Node, or undefined. */
export function nodeProblem(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const enough = major > lowest[0] || (major === lowest[0] && minor >= lowest[1]);
  if (enough) return undefined;
  return `Sortkey needs Node ${lowest.join('.')} or later; this is Node ${version}. See https://nodejs.org.`;
}
