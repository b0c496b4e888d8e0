import { codeStyles } from '../../../domain/code/code-request.ts';
import type { CodeStyle } from '../../../domain/code/code-request.ts';

/** The styles of each tab, in order; where there are several, their words. */
export const codeTabs = [
  {
    name: 'Python',
    label: 'boto3',
    styles: [
      { value: 'python-resource', label: 'Resource' },
      { value: 'python-client', label: 'Client' },
    ],
  },
  {
    name: 'JavaScript',
    label: 'AWS SDK',
    styles: [
      { value: 'javascript-document', label: 'Document' },
      { value: 'javascript-plain', label: 'Plain' },
    ],
  },
  { name: 'AWS CLI', label: 'AWS CLI', styles: [{ value: 'aws-cli', label: 'AWS CLI' }] },
  {
    name: 'Request',
    label: 'Request',
    styles: [
      { value: 'http', label: 'HTTP' },
      { value: 'curl', label: 'curl' },
    ],
  },
] as const satisfies readonly {
  name: string;
  label: string;
  styles: readonly { value: CodeStyle; label: string }[];
}[];

export type CodeTab = (typeof codeTabs)[number];
export type CodeTabName = CodeTab['name'];

/** The tab that is open, and the style that was chosen last in each. */
export type CodeChoice = {
  readonly tab: CodeTabName;
  readonly styles: Readonly<Record<CodeTabName, CodeStyle>>;
};

export const firstChoice: CodeChoice = {
  tab: 'Python',
  styles: {
    Python: 'python-resource',
    JavaScript: 'javascript-document',
    'AWS CLI': 'aws-cli',
    Request: 'http',
  },
};

export function tabOf(choice: CodeChoice): CodeTab {
  return codeTabs.find(({ name }) => name === choice.tab) ?? codeTabs[0];
}

/** Another tab; undefined is a name that there is not. */
export function withTab(choice: CodeChoice, name: string | null): CodeChoice {
  const tab = codeTabs.find((candidate) => candidate.name === name);
  return tab === undefined ? choice : { ...choice, tab: tab.name };
}

/** Another style of the open tab. */
export function withStyle(choice: CodeChoice, style: CodeStyle): CodeChoice {
  return { ...choice, styles: { ...choice.styles, [choice.tab]: style } };
}

/** What was kept, as far as it can still be chosen: see `writeChoice`. */
export function readChoice(kept: readonly string[]): CodeChoice {
  let choice = firstChoice;
  // The style of the open tab stands first, and so is chosen last.
  for (const name of kept.toReversed()) {
    const style = codeStyles.find((known) => known === name);
    const tab = codeTabs.find(({ styles }) => styles.some(({ value }) => value === style));
    if (style && tab) choice = withStyle({ ...choice, tab: tab.name }, style);
  }
  return choice;
}

/** The styles that are chosen, that of the open tab first. */
export function writeChoice({ tab, styles }: CodeChoice): CodeStyle[] {
  return [...new Set([styles[tab], ...Object.values(styles)])];
}
