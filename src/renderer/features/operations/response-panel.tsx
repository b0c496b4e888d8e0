import { Loader } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { SortkeyError } from '../../../contract/sortkey-error.ts';
import { parseItemText } from '../../../domain/parse-dynamodb-json.ts';
import type { KeySchema } from '../../../domain/table-schema.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { AttributesView } from './attributes-view.tsx';
import classes from './response-panel.module.css';
import { factsOf, keyFirst } from './response-words.ts';
import type { Answer } from './response-words.ts';
import type { Sent } from './use-send.ts';

type FailedSend = Extract<Sent, { state: 'failed' }>;

/** What DynamoDB answered to the last operation. */
export function ResponsePanel({ sent, keys }: { readonly sent: Sent; readonly keys: KeySchema }) {
  const region = useRef<HTMLElement>(null);
  const isThere = sent.state === 'answered' || sent.state === 'failed';
  useEffect(() => {
    if (isThere) region.current?.scrollIntoView({ block: 'nearest' });
  }, [isThere]);

  return (
    <section className={classes.response} aria-label="Response" aria-live="polite" ref={region}>
      {sent.state === 'none' && (
        <p className={classes.quiet}>What DynamoDB answers will stand here.</p>
      )}
      {sent.state === 'sending' && (
        <p className={classes.line}>
          <Loader aria-hidden /> Waiting for the answer…
        </p>
      )}
      {sent.state === 'answered' && <Answered answer={sent.answer} keys={keys} />}
      {sent.state === 'failed' && <Failed sent={sent} keys={keys} />}
    </section>
  );
}

function Answered({ answer, keys }: { answer: Answer; keys: KeySchema }) {
  const { heading, attributes, facts, requestId } = answer;
  const isEmptyRead = attributes === undefined && heading.startsWith('There is no');
  return (
    <>
      <p className={classes.line} data-kind={isEmptyRead ? undefined : 'good'}>
        {isEmptyRead ? (
          <IconCircleDashed size={16} aria-hidden />
        ) : (
          <IconCircleCheck size={16} aria-hidden />
        )}
        <strong>{heading}</strong>
      </p>
      <Facts facts={facts} requestId={requestId} />
      {attributes && <AttributesView attributes={keyFirst(attributes, keys)} />}
    </>
  );
}

function Failed({ sent, keys }: { sent: FailedSend; keys: KeySchema }) {
  const { error, operation } = sent;
  if (!(error instanceof SortkeyError) || error.code !== 'CONDITION_FAILED') {
    return <ErrorNotice error={error} />;
  }
  const { httpStatus, requestId, data } = error.detail;
  const text = data?.['item'];
  const item = typeof text === 'string' ? parseItemText(text) : undefined;
  return (
    <>
      <p className={classes.line} data-kind="warn" role="alert">
        <IconAlertTriangle size={16} aria-hidden />
        <strong>The condition was not met</strong>
      </p>
      <Facts facts={factsOf({ operation, httpStatus })} requestId={requestId} />
      <p className={classes.words}>
        {item
          ? 'Nothing was written. The item as it stands:'
          : 'Nothing was written. No item came back: there is none with this key, or the endpoint does not send it.'}
      </p>
      {item && <AttributesView attributes={keyFirst(item, keys)} />}
    </>
  );
}

function Facts({ facts, requestId }: { facts: readonly string[]; requestId: string | undefined }) {
  return (
    <p className={classes.quiet}>
      {facts.join(' · ')}
      {requestId !== undefined && (
        <span className={classes.request} title={requestId}>
          Request <span className={classes.requestId}>{requestId}</span>
        </span>
      )}
    </p>
  );
}
