import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { codeLanguages } from '../../../domain/code/code-request.ts';
import type { CodeLanguage, CodeRequest } from '../../../domain/code/code-request.ts';
import { generateCode } from '../../../domain/code/generate-code.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import classes from './code-panel.module.css';

const languageNames: Readonly<Record<CodeLanguage, string>> = {
  python: 'Python',
  javascript: 'JavaScript',
  'aws-cli': 'AWS CLI',
};

type CodePanelProps = Omit<CodeRequest, 'request'> & {
  /** Undefined while the form does not make a request yet. */
  readonly request: CodeRequest['request'] | undefined;
};

/** What is sent, as code in three languages that runs as it stands. */
export function CodePanel({ request, ...place }: CodePanelProps) {
  const [language, setLanguage] = useState<CodeLanguage>('python');
  const code = request && generateCode(language, { ...place, request });
  return (
    <section className={classes.panel} aria-label="Code">
      <Tabs
        value={language}
        onChange={(picked) => {
          const known = codeLanguages.find((candidate) => candidate === picked);
          if (known) setLanguage(known);
        }}
      >
        <div className={classes.head}>
          <Tabs.List className={classes.tabs}>
            {codeLanguages.map((name) => (
              <Tabs.Tab key={name} value={name}>
                {languageNames[name]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {code !== undefined && <CopyButton value={code} label="Copy code" />}
        </div>
        <Tabs.Panel value={language} className={classes.code}>
          {code === undefined ? (
            <p className={classes.none}>The code stands here once there is a request to send.</p>
          ) : (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
            <pre tabIndex={0}>{code}</pre>
          )}
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}
