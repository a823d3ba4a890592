/* Adding and deleting routes, and receiving notifications of them. */

#ifndef CHANGE_H
#define CHANGE_H

#include <stdint.h>

void change(int fd, int delete, int count, int at_once, uint32_t device);
void watch(int count);

#endif
