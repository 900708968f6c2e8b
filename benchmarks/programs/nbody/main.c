#include "motion.h"
#include "workload.h"

int main(int argc, char **argv) {
  Body all[5];
  bodies_make(all);
  bodies_balance(all, 5);
  int64_t rounds = workload_size(argc, argv, 5000000);
  for (int64_t i = 0; i < rounds; i++) motion_advance(all, 5, 0.01);
  workload_report((int64_t)(motion_energy(all, 5) * 1e12));
}
