/**
 * Actions that are not understood.
 *
 * @module
 */

import type { Form } from "../../parse/form.ts";

/** An action that is not understood; what comes after it is not looked at. */
export class ActionError extends Error {
  /** The form that is shown below the text, if that is so. */
  readonly form: Form | undefined;
  /** The argument that is not understood, if it is named. */
  at?: string;

  /**
   * Makes the error.
   *
   * @param text What is wrong, with its line feed.
   * @param form The form that is shown below the text.
   */
  constructor(text: string, form?: Form) {
    super(text);
    this.name = "ActionError";
    this.form = form;
  }
}

/**
 * An action is not understood.
 *
 * @param text What is wrong, with its line feed.
 * @param form The form of the action, if it is shown.
 * @returns What to throw.
 */
export function badAction(text: string, form?: Form): ActionError {
  return new ActionError(text, form);
}
