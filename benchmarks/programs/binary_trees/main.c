#include "tree.h"
#include "workload.h"

enum { SMALLEST = 4 };

int main(int argc, char **argv) {
  int64_t largest = workload_size(argc, argv, 17);
  Tree *kept = tree_build(largest);
  for (int64_t depth = SMALLEST; depth <= largest; depth += 2) {
    int64_t nodes = 0;
    for (int64_t i = 0; i < (int64_t)1 << (largest - depth + SMALLEST); i++) {
      Tree *brief = tree_build(depth);
      nodes += tree_count(brief);
      tree_release(brief);
    }
    workload_report(nodes);
  }
  workload_report(tree_count(kept));
  tree_release(kept);
}
