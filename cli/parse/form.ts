/**
 * What may follow a keyword of the command line: the form of its arguments.
 *
 * Keywords of a `Grammar`, verbs and whole commands have one, which `takes()`
 * attaches. Help and shell completion are derived from it; parsing is not.
 *
 * Most forms are strings in the notation of usage texts. Names of arguments
 * begin with two capital letters, a `<` or a `[`, or have two dots in them; all
 * else is a keyword.
 *
 * ```ts ignore
 * "label": takes("NUMBER", …),
 * "nud": takes("{ delay | failed | probe }", …),
 * "via": takes("[ inet | inet6 ] ADDRESS", …),
 * "vrf": takes("NAME:device", …),              // completed by names of devices
 * "table": takes(TABLE_ID, …),                 // an argument with a definition
 * show: takes({ options: FILTERS }, …),        // these words, in any order
 * add: takes({ anyOrder: [ROUTE, NEXT_HOP] }, …),  // these forms, likewise
 * ```
 *
 * @module
 */

/** What the names that an argument can be completed by are of. */
export type Source =
  | "device"
  | "namespace"
  | "table"
  | "protocol"
  | "scope"
  | "group"
  | "file";

/** What may follow a keyword. */
export type Form =
  | string
  | readonly Form[]
  | Argument
  | Cases
  | { readonly options: Table }
  | { readonly anyOrder: readonly Form[] }
  | { readonly oneOf: Table }
  | { readonly maybe: Form }
  | { readonly many: Form }
  | { readonly verbs: VerbForms; readonly otherwise?: string }
  | { readonly later: () => Promise<Form | undefined> };

/** What has a form: an entry of a grammar, or a command. */
export interface Formed {
  /** What may follow it; nothing if it is missing. */
  form?: Form;
}

/** Keywords and what follows each; keys as those of `Grammar`. */
export type Table = Readonly<Record<string, Formed>>;

/** Verbs and what loads each; keys as those of `Grammar`. */
export type VerbForms = Readonly<Record<string, () => Promise<Formed>>>;

/** One keyword that stands for something. */
export interface Argument {
  /** Its name in usage texts; by default the keyword before it in capitals. */
  readonly name?: string;
  /** What it can be, if that is to be defined below the usage. */
  readonly means?: Form;
  /** What it can be completed by. */
  readonly from?: Source;
}

/** A keyword on which depends what follows. */
export interface Cases {
  /** Its name in usage texts. */
  readonly name: string;
  /** Name of what follows in usage texts. */
  readonly rest?: string;
  /** What follows each keyword. */
  readonly cases: Readonly<
    Record<string, Form | (() => Promise<Form | undefined>)>
  >;
  /** Whether usage texts have the keywords only, and not what follows. */
  readonly brief?: boolean;
}
