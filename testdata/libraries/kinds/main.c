#include "libshapes.kinds.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

static int64_t thrice(int64_t x) { return 3 * x; }

static double across(shapes_kinds_Point p) { return p.x; }

int main(int count, char **words) {
  int64_t numbers[3] = {5, 6, 7};
  pink_slice_int64 slice = {numbers, 3};
  uint8_t letters[] = "label";
  pink_slice_uint8 label = {letters, 5};
  shapes_kinds_Point point = {1.5, 4, label};
  shapes_kinds_Small small = {1, 2, 3};
  shapes_kinds_Odd odd = {1, 2};

  if (count > 1) {
    int64_t nothing = 0;
    return (int)shapes_kinds_divide(atoi(words[1]), nothing)._0;
  }
  printf("%g\n", shapes_kinds_scalars(-1, 65535, true, 0.5f, 0.25, 255, 1, -2));
  point = shapes_kinds_move(point, 1.0);
  printf("%g %d %.*s\n", point.x, point.int_, (int)point.label.length, point.label.pointer);
  printf("%" PRId64 "\n", shapes_kinds_sum(slice));
  small = shapes_kinds_small(small);
  printf("%g %g %g\n", small.a, small.b, small.c);
  printf("%" PRId64 " %" PRId64 "\n", shapes_kinds_divide(17, 5)._0, shapes_kinds_divide(17, 5)._1);
  pink_array_3_int64 array = {{1, 2, 3}};
  array = shapes_kinds_reverse(array);
  printf("%" PRId64 " %" PRId64 "\n", array.elements[0], shapes_kinds_first(&numbers));
  printf("%g\n", shapes_kinds_area(shapes_kinds_circle(3)));
  printf("%" PRId64 " %" PRId64 "\n", shapes_kinds_apply(thrice, 4), shapes_kinds_choose(true)(4));
  shapes_kinds_handler = thrice;
  printf("%" PRId64 "\n", shapes_kinds_choose(false)(5));
  shapes_kinds_Big big = {{point, point, point}, {40, true}, NULL, NULL};
  printf("%" PRId64 " %g\n", shapes_kinds_big(big), across(big.points[1]));
  printf("%.*s\n", (int)shapes_kinds_text(true).length, shapes_kinds_text(true).pointer);
  shapes_kinds_nothing(1, 10);
  printf("%" PRId64 " %d\n", shapes_kinds_counter, shapes_kinds_grid[1][1]);
  shapes_kinds_Slices slices = {{&label, 1}, {NULL, 0}};
  printf("%.*s\n", 5, shapes_kinds_pass(slices).pointer[0].pointer);
  printf("%" PRId64 " %" PRId64 "\n", shapes_kinds_seen(shapes_kinds_hide()), shapes_kinds_odd(odd));
  printf("%" PRId64 " %d %g %g %d\n", shapes_kinds_limit, shapes_kinds_tiny, shapes_kinds_pi,
         shapes_kinds_half, shapes_kinds_yes);
  printf("%d %d\n", shapes_kinds_lowest == INT64_MIN, shapes_kinds_top == UINT64_MAX);
  printf("%" PRId64 " %s %g\n", shapes_kinds_table[2], (char *)shapes_kinds_title.pointer,
         shapes_kinds_origin.x);
  printf("%" PRId64 "\n", shapes_kinds_size_t(9));
  return shapes_kinds_current == NULL ? 0 : 1;
}
