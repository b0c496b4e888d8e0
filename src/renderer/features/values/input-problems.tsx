import { createContext, useContext, useEffect, useId } from 'react';

/** Where a value's inputs say that what is typed is no value yet, by the id of the input. */
export type ReportProblem = (id: string, problem: string | undefined) => void;

const ReportContext = createContext<ReportProblem>(() => undefined);

export const InputProblemsProvider = ReportContext.Provider;

/** Tells the form around, for as long as the input is shown, what cannot be part of the value. */
export function useReportProblem(problem: string | undefined): void {
  const id = useId();
  const report = useContext(ReportContext);
  useEffect(() => {
    report(id, problem);
    return () => report(id, undefined);
  }, [id, problem, report]);
}
