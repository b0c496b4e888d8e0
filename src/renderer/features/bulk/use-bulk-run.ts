import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { BulkActInput, BulkPlan, BulkProgress, BulkTarget } from '../../../contract/bulk.ts';
import { useClient } from '../../client/client-context.tsx';

export type BulkJob = { readonly target: BulkTarget; readonly act: BulkActInput };

export type BulkStep =
  | { readonly step: 'asking'; readonly error?: unknown }
  | { readonly step: 'planning'; readonly job: BulkJob; readonly plan: BulkPlan | undefined }
  | { readonly step: 'planned'; readonly job: BulkJob; readonly plan: BulkPlan }
  | {
      readonly step: 'running';
      readonly job: BulkJob;
      readonly progress: BulkProgress | undefined;
      readonly cancelling: boolean;
    }
  | {
      readonly step: 'done';
      readonly job: BulkJob;
      readonly progress: BulkProgress | undefined;
      readonly error?: unknown;
    };

/** One bulk change at a time: a dry run, its run, and the way back. */
export function useBulkRun(options: {
  readonly connectionId: string;
  readonly tableName: string;
  /** Something was written, however it ended. */
  readonly onWritten: () => void;
}) {
  const { bulk } = useClient();
  const [step, setStep] = useState<BulkStep>({ step: 'asking' });
  const reader = useRef<AbortController>(undefined);
  const planId = useRef<string>(undefined);

  const forget = () => {
    const id = planId.current;
    planId.current = undefined;
    // Its file goes by itself when the app ends: nothing is lost where this fails.
    if (id !== undefined) void bulk.discard({ planId: id }).catch(() => undefined);
  };
  // What is no longer shown does not go on unseen.
  const end = useEffectEvent(() => {
    reader.current?.abort();
    forget();
  });
  useEffect(() => () => end(), []);

  const plan = async (job: BulkJob): Promise<void> => {
    const controller = new AbortController();
    reader.current = controller;
    const { connectionId, tableName } = options;
    let latest: BulkPlan | undefined;
    setStep({ step: 'planning', job, plan: undefined });
    try {
      const input = { connectionId, tableName, ...job };
      for await (const next of await bulk.plan(input, { signal: controller.signal })) {
        latest = next;
        if (!controller.signal.aborted) setStep({ step: 'planning', job, plan: next });
      }
      planId.current = latest?.planId;
      if (latest?.planId === undefined || controller.signal.aborted) back();
      else setStep({ step: 'planned', job, plan: latest });
    } catch (error) {
      setStep(controller.signal.aborted ? { step: 'asking' } : { step: 'asking', error });
    }
  };

  const back = () => {
    reader.current?.abort();
    forget();
    setStep({ step: 'asking' });
  };

  const run = async (job: BulkJob): Promise<void> => {
    const id = planId.current;
    if (id === undefined) return;
    const controller = new AbortController();
    reader.current = controller;
    let progress: BulkProgress | undefined;
    setStep({ step: 'running', job, progress, cancelling: false });
    try {
      for await (const next of await bulk.run({ planId: id }, { signal: controller.signal })) {
        progress = next;
        setStep((before) => ({
          step: 'running',
          job,
          progress: next,
          cancelling: before.step === 'running' && before.cancelling,
        }));
      }
      setStep({ step: 'done', job, progress });
    } catch (error) {
      setStep({ step: 'done', job, progress, error });
    } finally {
      planId.current = undefined;
      options.onWritten();
    }
  };

  /** The main side ends what is under way, and then the run, with its last counts. */
  const cancelRun = () => {
    const id = planId.current;
    if (id === undefined) return;
    setStep((before) => (before.step === 'running' ? { ...before, cancelling: true } : before));
    bulk.cancel({ planId: id }).catch(() => reader.current?.abort());
  };

  return { step, plan, back, run, cancelRun };
}

export type BulkRun = ReturnType<typeof useBulkRun>;
