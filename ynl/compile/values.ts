/**
 * Values of messages whose types only a specification has.
 *
 * @module
 */

/** Attributes, or members of a struct, by their names in camelCase. */
export type Values = { [name: string]: unknown };
