/**
 * Usage of `ip mroute`.
 *
 * @module
 */

/** The text. */
export const MROUTE_HELP = `\
Usage: ip mroute show [ [ to ] PREFIX ] [ from PREFIX ] [ iif DEVICE ]
                      [ table TABLE_ID ]
TABLE_ID := [ local | main | default | all | NUMBER ]
`;
