
void *pink_stack_limit = 0;
void pink_panic(void *m, int64_t n, void *f, int line, int column) { __builtin_trap(); }
void pink_panic_index(int64_t i, int64_t n, int u, void *f, int line, int column) { __builtin_trap(); }
void pink_panic_slice(int64_t a, int64_t b, int64_t n, int u, void *f, int line, int column) {
  __builtin_trap();
}
void pink_out_of_stack(void *f, int line, int column) { __builtin_trap(); }
void pink_out_of_stack_for(void *f, int line, int column, int64_t bytes) { __builtin_trap(); }

void *memcpy(void *to, const void *from, __SIZE_TYPE__ n) {
  volatile char *t = to;
  const char *f = from;
  for (__SIZE_TYPE__ i = 0; i < n; i++) t[i] = f[i];
  return to;
}
void *memmove(void *to, const void *from, __SIZE_TYPE__ n) {
  volatile char *t = to;
  const char *f = from;
  if (t < f) return memcpy(to, from, n);
  for (__SIZE_TYPE__ i = n; i > 0; i--) t[i - 1] = f[i - 1];
  return to;
}
void *memset(void *to, int c, __SIZE_TYPE__ n) {
  volatile char *t = to;
  for (__SIZE_TYPE__ i = 0; i < n; i++) t[i] = c;
  return to;
}

void _PMEF5probe(int64_t *out);

static int mistakes(void) {
  int64_t out[64] = {0};
  _PMEF5probe(out);
  return out[0] == 0 ? 0 : (int)(out[1] % 200 + 1);
}
