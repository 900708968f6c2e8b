
__attribute__((used)) void finish(void) {
  register long status __asm__("x0") = mistakes();
  register long number __asm__("x8") = 94;
  __asm__ volatile("svc #0" : : "r"(status), "r"(number));
}
__attribute__((naked)) void _start(void) { __asm__ volatile("bl finish"); }
