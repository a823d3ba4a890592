/**
 * Usage of `ip tcp_metrics`.
 *
 * @module
 */

/** The text. */
export const TCP_METRICS_HELP = `\
Usage:	ip tcp_metrics/tcpmetrics { COMMAND | help }
	ip tcp_metrics { show | flush } SELECTOR
	ip tcp_metrics delete [ address ] ADDRESS
SELECTOR := [ [ address ] PREFIX ]
`;
