/** One measured figure, as `--json` writes it. */
export type Figure = {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly comparedWith: string | null;
  readonly comparedValue: number | null;
  /** How many times better than what it is compared with: above 1 is better. */
  readonly ratio: number | null;
  readonly goal: string | null;
  readonly holds: boolean | null;
};

type Measured = {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly smallerIsBetter: boolean;
  readonly compared?: { readonly with: string; readonly value: number };
  /** What the value must be: at most where smaller is better, else at least. */
  readonly goal?: number;
  /** What the ratio must be at least. */
  readonly ratioGoal?: number;
};

/** Puts a figure together, and says whether it holds. */
export function makeFigure(measured: Measured): Figure {
  const { name, unit, value, smallerIsBetter, compared, goal, ratioGoal } = measured;
  const quotient = compared === undefined ? null : value / compared.value;
  const ratio = quotient === null || !smallerIsBetter ? quotient : 1 / quotient;
  const goals: string[] = [];
  let holds = true;
  if (goal !== undefined) {
    goals.push(`${smallerIsBetter ? '≤' : '≥'} ${goal} ${unit}`);
    holds &&= smallerIsBetter ? value <= goal : value >= goal;
  }
  if (ratioGoal !== undefined) {
    goals.push(`≥ ${ratioGoal} ×`);
    holds &&= (ratio ?? 0) >= ratioGoal;
  }
  return {
    name,
    unit,
    value: rounded(value),
    comparedWith: compared?.with ?? null,
    comparedValue: compared === undefined ? null : rounded(compared.value),
    ratio: ratio === null ? null : rounded(ratio),
    goal: goals.length === 0 ? null : goals.join(', '),
    holds: goals.length === 0 ? null : holds,
  };
}

/** Three digits are more than any of this is good for. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

export function figureLine(figure: Figure): string {
  const { name, value, unit, comparedWith, comparedValue, ratio, goal, holds } = figure;
  const compared =
    comparedWith === null ? '' : `; ${comparedWith}: ${comparedValue} ${unit}; ratio ${ratio}`;
  const verdict = goal === null ? '' : `; goal ${goal}: ${holds ? 'holds' : 'DOES NOT HOLD'}`;
  return `${name}: ${value} ${unit}${compared}${verdict}`;
}

/** The middle one of some measurements. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** The measurement that a share of all do not exceed: 0.95 gives the 95th percentile. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
}
