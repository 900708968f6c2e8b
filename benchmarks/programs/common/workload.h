#ifndef WORKLOAD_H
#define WORKLOAD_H

#include <stdint.h>

int64_t workload_size(int argc, char **argv, int64_t usual);
void workload_report(int64_t number);

#endif
