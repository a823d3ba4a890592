/**
 * Usage of `ip vrf`.
 *
 * @module
 */

/** The text. */
export const VRF_HELP = `\
Usage:	ip vrf show [NAME] ...
	ip vrf exec [NAME] cmd ...
	ip vrf identify [PID]
	ip vrf pids [NAME]
`;
