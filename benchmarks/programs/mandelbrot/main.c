#include <stdlib.h>

#include "picture.h"
#include "workload.h"

int main(int argc, char **argv) {
  int64_t n = workload_size(argc, argv, 1600);
  int64_t bytes = (n + 7) / 8 * n;
  uint8_t *rows = malloc(bytes);
  picture_draw(rows, n);
  workload_report((int64_t)picture_sum(rows, bytes));
}
