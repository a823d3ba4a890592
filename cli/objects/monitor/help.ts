/**
 * What `ip monitor help` prints.
 *
 * @module
 */

/** Usage of `ip monitor`. */
export const MONITOR_HELP: string = `\
Usage: ip monitor [ all | OBJECTS ] [ FILE ] [ label ] [ all-nsid ]
                  [ dev DEVICE ]
OBJECTS :=  address | link | mroute | neigh | netconf |
            nexthop | nsid | prefix | route | rule | stats
FILE := file FILENAME
`;
