/** Rows of a result as a bulk change may take them; places are those of the present view. */
export type BulkRows = {
  readonly resultSetId: string | undefined;
  readonly viewId: string | undefined;
  /** Of the view where there is one, else of all that is loaded. */
  readonly rowCount: number;
  /** True where a view leaves rows out. */
  readonly filtered: boolean;
  /** True once nothing is left to load. */
  readonly complete: boolean;
  readonly loading: boolean;
  readonly selected: {
    readonly ranges: readonly RowRange[];
    readonly rowCount: number;
    /** Selected rows that are only staged, or came after the result was read. */
    readonly leftOut: number;
  };
  /** True where some items were written since they were loaded: they are read anew then. */
  readonly readAnew: boolean;
  /** How many items have staged changes: those are not part of it. */
  readonly stagedCount: number;
};

export type RowRange = { readonly first: number; readonly count: number };

/** Every attribute that is known of the rows, with its types. */
export type KnownNames = readonly { readonly name: string; readonly types: readonly string[] }[];
