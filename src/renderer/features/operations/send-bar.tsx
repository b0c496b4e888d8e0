import { Button, Loader } from '@mantine/core';
import { IconCode, IconCornerDownLeft } from '@tabler/icons-react';
import { returnValuesOf } from '../../../domain/requests/index.ts';
import type { ReturnValues } from '../../../domain/requests/index.ts';
import { Choice } from '../../ui/choice.tsx';
import { shortcutText } from '../../ui/shortcut.ts';
import type { Operation } from './operation-draft.ts';
import classes from './operations-panel.module.css';

type SendBarProps = {
  readonly operation: Operation;
  readonly returnValues: ReturnValues;
  readonly onReturnValues: (value: ReturnValues) => void;
  readonly codeOpened: boolean;
  readonly onToggleCode: () => void;
  readonly onSend: () => void;
  readonly sending: boolean;
  /** Why nothing can be sent, in words. */
  readonly refusal: string | undefined;
};

/** What is to come back, the request as code, and the button that sends it. */
export function SendBar(props: SendBarProps) {
  const { operation, returnValues, onReturnValues, codeOpened, onToggleCode, refusal } = props;
  const options = returnValuesOf[operation].map((value) => ({ value, label: value }));
  return (
    <div className={classes.sendBar}>
      {options.length > 0 && (
        <div className={classes.returnValues}>
          <span aria-hidden>Return</span>
          <Choice
            label="Return values"
            withLabel={false}
            rightSectionWidth={22}
            options={options}
            value={returnValues}
            onChange={onReturnValues}
          />
        </div>
      )}
      <span className={classes.refusal}>{refusal}</span>
      <Button
        leftSection={<IconCode size={16} aria-hidden />}
        aria-expanded={codeOpened}
        onClick={onToggleCode}
      >
        Code
      </Button>
      <Button
        variant="filled"
        // Never disabled while it waits: a button that is disabled loses the focus.
        leftSection={
          props.sending ? (
            <Loader size={14} color="currentcolor" aria-hidden />
          ) : (
            <IconCornerDownLeft size={15} aria-hidden />
          )
        }
        title={shortcutText('mod+enter')}
        aria-busy={props.sending}
        disabled={refusal !== undefined}
        onClick={props.onSend}
      >
        Send
      </Button>
    </div>
  );
}
