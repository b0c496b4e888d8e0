import { Tabs } from '@mantine/core';
import { useMemo } from 'react';
import type {
  CodeAct,
  CodePlace,
  CodeRequest,
  CommitAct,
  ImportAct,
  WireAct,
} from '../../../domain/code/code-request.ts';
import { generateCode } from '../../../domain/code/generate-code.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { codeTabs, tabOf } from './code-choice.ts';
import classes from './code-panel.module.css';
import { shownPart } from './shown-part.ts';
import { useCodeChoice } from './use-code-choice.ts';

type Act<Kind extends CodeAct> = Pick<Kind, 'operation'> & {
  /** Undefined while the form does not make a request yet. */
  readonly request: Kind['request'] | undefined;
};

type CodePanelProps = CodePlace & (Act<WireAct> | Act<ImportAct> | Act<CommitAct>);

/** What is done, as code that runs as it stands: in three languages, and as the request itself. */
export function CodePanel({ operation, request, endpoint, region, access }: CodePanelProps) {
  const { choice, chooseTab, chooseStyle } = useCodeChoice();
  const style = choice.styles[choice.tab];
  const code = useMemo(() => {
    if (request === undefined) return undefined;
    return generateCode(style, {
      operation,
      request,
      endpoint,
      region,
      access,
    } as CodeRequest);
  }, [style, operation, request, endpoint, region, access]);
  const tab = tabOf(choice);
  const part = code === undefined ? undefined : shownPart(code);
  return (
    <section className={classes.panel} aria-label="Code">
      <Tabs value={tab.name} onChange={chooseTab}>
        <div className={classes.head}>
          <Tabs.List className={classes.tabs}>
            {codeTabs.map(({ name }) => (
              <Tabs.Tab key={name} value={name}>
                {name}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <div className={classes.acts}>
            {tab.styles.length > 1 && (
              <Segmented
                label={`Style of ${tab.name}`}
                options={tab.styles}
                value={style}
                onChange={chooseStyle}
              />
            )}
            {code !== undefined && <CopyButton value={code} label="Copy code" />}
          </div>
        </div>
        <Tabs.Panel value={tab.name} className={classes.code}>
          {part === undefined ? (
            <p className={classes.none}>The code stands here once there is a request to send.</p>
          ) : (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
            <pre tabIndex={0}>{part.text}</pre>
          )}
          {part !== undefined && part.hidden > 0 && (
            <p className={classes.none}>
              {part.hidden.toLocaleString('en-GB')} more lines: Copy code takes all of them.
            </p>
          )}
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}
