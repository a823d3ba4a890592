"""Makes multicast routes, which are there as long as a socket is: some seconds."""

import os
import socket
import struct
import sys
import time

MRT_INIT, MRT_ADD_VIF, MRT_ADD_MFC, MRT_TABLE = 200, 202, 204, 209
USE_INDEX = 8
SECONDS = 20


def add_device(router, number, name, threshold=1):
    index = socket.if_nametoindex(name)
    router.setsockopt(
        socket.IPPROTO_IP,
        MRT_ADD_VIF,
        struct.pack("HBBIiI", number, USE_INDEX, threshold, 0, index, 0),
    )


def add_route(router, source, group, parent, limits):
    ttls = bytes(limits.get(number, 0) for number in range(32))
    router.setsockopt(
        socket.IPPROTO_IP,
        MRT_ADD_MFC,
        socket.inet_aton(source)
        + socket.inet_aton(group)
        + struct.pack("H32s2xIIIi", parent, ttls, 0, 0, 0, 0),
    )


def open_router(table=None):
    router = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_IGMP)
    if table is not None:
        router.setsockopt(socket.IPPROTO_IP, MRT_TABLE, table)
    router.setsockopt(socket.IPPROTO_IP, MRT_INIT, 1)
    for number, name in enumerate(["d0", "d1", "d2"]):
        add_device(router, number, name)
    return router


routers = [open_router()]
add_route(routers[0], "192.0.2.1", "239.1.1.1", 0, {1: 1, 2: 5})
add_route(routers[0], "192.0.2.2", "239.1.1.2", 1, {0: 1})
add_route(routers[0], "0.0.0.0", "239.1.1.3", 2, {})
for table in map(int, sys.argv[1:]):
    routers.append(open_router(table))
    add_route(routers[-1], "198.51.100.1", "239.1.1.4", 0, {1: 2})

if os.fork() == 0:
    null = os.open(os.devnull, os.O_RDWR)
    for descriptor in range(3):
        os.dup2(null, descriptor)
    time.sleep(SECONDS)
