"""Talks over the loopback device, so that TCP remembers its peers."""

import socket


def talk(family, address):
    server = socket.socket(family)
    server.bind((address, 0))
    server.listen(1)
    client = socket.create_connection(server.getsockname()[:2])
    peer, _ = server.accept()
    for _ in range(20):
        client.sendall(b"x" * 20000)
        size = 0
        while size < 20000:
            size += len(peer.recv(20000))
        peer.sendall(b"y" * 1000)
        client.recv(1000)
    client.close()
    peer.close()
    server.close()


talk(socket.AF_INET, "127.0.0.2")
talk(socket.AF_INET, "127.0.0.3")
talk(socket.AF_INET6, "::1")
